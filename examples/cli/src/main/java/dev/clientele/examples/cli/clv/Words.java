package dev.clientele.examples.cli.clv;

import dev.clientele.b2c.scoring.TimeStep;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** The words that options choose from, in small letters. */
final class Words {

    private Words() {}

    /** Such as {@code bg-nbd} for BG_NBD. */
    static String of(Enum<?> choice) {
        return choice.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static <E extends Enum<E>> E chosen(String text, Class<E> choices) {
        return Stream.of(choices.getEnumConstants())
                .filter(choice -> of(choice).equals(text))
                .findFirst()
                .orElseThrow(() -> new TypeConversionException("must be one of "
                        + Stream.of(choices.getEnumConstants()).map(Words::of).collect(Collectors.joining(", "))
                        + ", was " + text));
    }

    static final class ToDay implements ITypeConverter<LocalDate> {
        @Override
        public LocalDate convert(String text) {
            try {
                return LocalDate.parse(text);
            } catch (DateTimeParseException e) {
                throw new TypeConversionException("must be a day such as 1997-09-30, was " + text);
            }
        }
    }

    static final class ToStep implements ITypeConverter<TimeStep> {
        @Override
        public TimeStep convert(String text) {
            return chosen(text, TimeStep.class);
        }
    }

    static final class ToPurchaseModel implements ITypeConverter<PurchaseModel> {
        @Override
        public PurchaseModel convert(String text) {
            return chosen(text, PurchaseModel.class);
        }
    }

    static final class ToSpendChoice implements ITypeConverter<SpendChoice> {
        @Override
        public SpendChoice convert(String text) {
            return chosen(text, SpendChoice.class);
        }
    }
}
