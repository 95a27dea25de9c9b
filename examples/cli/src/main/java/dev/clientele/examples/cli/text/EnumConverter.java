package dev.clientele.examples.cli.text;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * Reads one of some choices by its word.
 *
 * @param <E> the choices
 */
public abstract class EnumConverter<E extends Enum<E>> implements ITypeConverter<E> {

    private final Class<E> choices;

    /** Of these choices. */
    protected EnumConverter(Class<E> choices) {
        this.choices = choices;
    }

    @Override
    public final E convert(String text) {
        return Stream.of(choices.getEnumConstants())
                .filter(choice -> TextFormat.optionWord(choice).equals(text))
                .findFirst()
                .orElseThrow(() -> new TypeConversionException("must be one of "
                        + Stream.of(choices.getEnumConstants())
                                .map(TextFormat::optionWord)
                                .collect(Collectors.joining(", "))
                        + ", was " + text));
    }
}
