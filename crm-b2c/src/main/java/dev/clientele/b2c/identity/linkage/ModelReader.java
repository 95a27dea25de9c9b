package dev.clientele.b2c.identity.linkage;

import dev.clientele.b2c.identity.comparison.AttributeKind;
import dev.clientele.core.error.InvalidException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads a model from the plain data that {@link ModelData} wrote. */
final class ModelReader {
    private ModelReader() {}

    static LinkageModel read(Map<String, ?> data) {
        List<AttributeWeights> weights = new ArrayList<>();
        List<TermFrequencies> frequencies = new ArrayList<>();
        List<List<Double>> households = new ArrayList<>();
        for (Object item : list(data.get("attributes"), "attributes")) {
            Map<?, ?> attribute = map(item, "attributes");
            AttributeKind kind = AttributeKind.ofLabel(text(attribute.get("kind"), "attributes.kind"));
            weights.add(new AttributeWeights(
                    new RecordAttribute(text(attribute.get("name"), "attributes.name"), kind),
                    list(attribute.get("levels"), "attributes.levels").stream()
                            .map(level -> text(level, "attributes.levels"))
                            .toList(),
                    numbers(attribute.get("m"), "attributes.m"),
                    numbers(attribute.get("u"), "attributes.u")));
            households.add(numbers(attribute.get("household"), "attributes.household"));
            frequencies.add(frequencies(map(attribute.get("frequencies"), "attributes.frequencies")));
        }
        return new LinkageModel(
                (int) number(data.get("version"), "version"),
                number(data.get("prior"), "prior"),
                weights,
                frequencies,
                new HouseholdModel(number(data.get("householdPrior"), "householdPrior"), households),
                list(data.get("rules"), "rules").stream()
                        .map(rule -> rule(rule, weights))
                        .toList(),
                new ScoreCalibration(number(data.get("shift"), "shift"), number(data.get("scale"), "scale")));
    }

    private static TermFrequencies frequencies(Map<?, ?> data) {
        Map<?, ?> values = map(data.get("values"), "frequencies.values");
        long[] fingerprints = new long[values.size()];
        double[] frequencies = new double[fingerprints.length];
        int next = 0;
        for (Map.Entry<?, ?> value : values.entrySet()) {
            fingerprints[next] = Long.parseUnsignedLong(text(value.getKey(), "frequencies.values"), 36);
            frequencies[next++] = number(value.getValue(), "frequencies.values");
        }
        return new TermFrequencies(fingerprints, frequencies, number(data.get("rest"), "frequencies.rest"));
    }

    private static BlockingRule rule(Object data, List<AttributeWeights> weights) {
        List<BlockingKey> keys = new ArrayList<>();
        for (Object item : list(data, "rules")) {
            Map<?, ?> key = map(item, "rules");
            int attribute = (int) number(key.get("attribute"), "rules.attribute");
            if (attribute < 0 || attribute >= weights.size()) {
                throw invalid("rules.attribute", "the index of an attribute");
            }
            keys.add(new BlockingKey(
                    attribute,
                    weights.get(attribute).attribute().kind(),
                    KeyPart.valueOf(text(key.get("part"), "rules.part"))));
        }
        return new BlockingRule(keys);
    }

    private static List<Double> numbers(@Nullable Object data, String path) {
        return list(data, path).stream().map(item -> number(item, path)).toList();
    }

    private static double number(@Nullable Object data, String path) {
        if (data instanceof Number number) {
            return number.doubleValue();
        }
        throw invalid(path, "a number");
    }

    private static String text(@Nullable Object data, String path) {
        if (data instanceof String text) {
            return text;
        }
        throw invalid(path, "a text");
    }

    private static List<?> list(@Nullable Object data, String path) {
        if (data instanceof List<?> list) {
            return list;
        }
        throw invalid(path, "a list");
    }

    private static Map<?, ?> map(@Nullable Object data, String path) {
        if (data instanceof Map<?, ?> map) {
            return map;
        }
        throw invalid(path, "an object");
    }

    private static InvalidException invalid(String path, String wanted) {
        return InvalidException.of("linkage model", path, "must be " + wanted);
    }
}
