package dev.clientele.examples.cli.clv;

import dev.clientele.b2c.scoring.data.TimeStep;
import dev.clientele.b2c.scoring.family.RepeatPurchaseFamilies;
import dev.clientele.b2c.scoring.family.RepeatPurchaseFamily;
import java.util.stream.Collectors;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads the name of a repeat-purchase model, as it stands in the literature or in small letters: {@code bg-nbd}. */
final class ModelNameConverter implements ITypeConverter<String> {

    @Override
    public String convert(String text) {
        return RepeatPurchaseFamilies.find(text, TimeStep.WEEK)
                .map(ModelNameConverter::optionName)
                .orElseThrow(() -> new TypeConversionException("must be one of "
                        + RepeatPurchaseFamilies.names().stream()
                                .map(RepeatPurchaseFamilies::optionName)
                                .collect(Collectors.joining(", "))
                        + ", was " + text));
    }

    /** The name that options and JSON have for a model. */
    static String optionName(RepeatPurchaseFamily family) {
        return RepeatPurchaseFamilies.optionName(family.name());
    }
}
