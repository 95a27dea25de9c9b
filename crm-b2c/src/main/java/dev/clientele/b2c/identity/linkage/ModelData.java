package dev.clientele.b2c.identity.linkage;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes a model as plain data: maps, lists, texts and numbers, as any JSON library takes them. */
final class ModelData {
    private ModelData() {}

    static Map<String, Object> write(LinkageModel model) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("version", model.version());
        data.put("prior", model.prior());
        data.put("shift", model.calibration().shift());
        data.put("scale", model.calibration().scale());
        List<Object> attributes = new ArrayList<>();
        for (int i = 0; i < model.weights().size(); i++) {
            AttributeWeights weights = model.weights().get(i);
            Map<String, Object> attribute = new LinkedHashMap<>();
            attribute.put("name", weights.attribute().name());
            attribute.put("kind", weights.attribute().kind().label());
            attribute.put("levels", weights.levels());
            attribute.put("m", weights.m());
            attribute.put("u", weights.u());
            attribute.put("household", model.households().weights().get(i));
            attribute.put("frequencies", frequencies(model.frequencies().get(i)));
            attributes.add(attribute);
        }
        data.put("attributes", attributes);
        data.put("householdPrior", model.households().prior());
        data.put("rules", model.rules().stream().map(ModelData::rule).toList());
        return data;
    }

    /** Fingerprints in base 36, since numbers of JSON are exact only up to 53 bits. */
    private static Map<String, Object> frequencies(TermFrequencies frequencies) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (long fingerprint : frequencies.fingerprints()) {
            values.put(Long.toUnsignedString(fingerprint, 36), frequencies.frequency(fingerprint));
        }
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("rest", frequencies.restFrequency());
        data.put("values", values);
        return data;
    }

    private static List<Object> rule(BlockingRule rule) {
        List<Object> keys = new ArrayList<>();
        for (BlockingKey key : rule.keys()) {
            Map<String, Object> data = new LinkedHashMap<>();
            data.put("attribute", key.attribute());
            data.put("part", key.part().name());
            keys.add(data);
        }
        return keys;
    }
}
