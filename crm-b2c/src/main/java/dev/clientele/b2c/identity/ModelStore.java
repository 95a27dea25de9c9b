package dev.clientele.b2c.identity;

import dev.clientele.b2c.identity.linkage.LinkageModel;
import dev.clientele.core.CrmSession;
import dev.clientele.core.entity.Id;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Stores models in parts and reads them back; a model that was read is kept. */
final class ModelStore {

    private static final int VALUES_PER_PART = 10_000;
    private static final String ATTRIBUTES = "attributes";
    private static final String FREQUENCIES = "frequencies";
    private static final String VALUES = "values";

    private final CrmSession session;

    ModelStore(CrmSession session) {
        this.session = session;
    }

    /** Stores a model within a transaction. */
    IdentityModel add(LinkageModel model, long records, long labels) {
        IdentityModel head = session.repository(IdentityModel.TYPE)
                .add(IdentityModel.TYPE
                        .newEntity()
                        .with(IdentityModel.FITTED_AT, session.now())
                        .with(IdentityModel.RECORDS, records)
                        .with(IdentityModel.LABELS, labels)
                        .with(IdentityModel.MODEL_VERSION, (long) model.version()));
        List<IdentityModelPart> parts = new ArrayList<>();
        for (ModelContent content : split(model.toData())) {
            parts.add(IdentityModelPart.TYPE
                    .newEntity()
                    .with(IdentityModelPart.MODEL, head.id())
                    .with(IdentityModelPart.ORDINAL, (long) parts.size())
                    .with(IdentityModelPart.CONTENT, content));
        }
        session.repository(IdentityModelPart.TYPE).addAll(parts);
        return head;
    }

    /** Returns a stored model. */
    LinkageModel get(Id<IdentityModel> id) {
        return session.keep(LinkageModel.class, id, () -> read(id));
    }

    private LinkageModel read(Id<IdentityModel> id) {
        List<ModelContent> contents = new ArrayList<>();
        try (Stream<IdentityModelPart> parts = session
                .repository(IdentityModelPart.TYPE)
                .query(IdentityModelPart.MODEL.is(id))
                .sortedBy(IdentityModelPart.ORDINAL)
                .stream()) {
            parts.forEach(part -> contents.add(part.require(IdentityModelPart.CONTENT)));
        }
        return LinkageModel.ofData(join(contents));
    }

    /** Takes the frequencies out of the data, some thousand values to a part. */
    private static List<ModelContent> split(Map<String, Object> data) {
        List<ModelContent> parts = new ArrayList<>();
        List<Object> attributes = new ArrayList<>();
        int index = 0;
        for (Object each : list(data.get(ATTRIBUTES))) {
            Map<String, Object> attribute = new LinkedHashMap<>(map(each));
            Map<String, Object> frequencies = new LinkedHashMap<>(map(attribute.get(FREQUENCIES)));
            Map<String, Object> values = map(frequencies.put(VALUES, Map.of()));
            attribute.put(FREQUENCIES, frequencies);
            attributes.add(attribute);
            Map<String, Object> part = new LinkedHashMap<>();
            for (Map.Entry<String, Object> value : values.entrySet()) {
                part.put(value.getKey(), value.getValue());
                if (part.size() == VALUES_PER_PART) {
                    parts.add(new ModelContent(index, part));
                    part = new LinkedHashMap<>();
                }
            }
            if (!part.isEmpty()) {
                parts.add(new ModelContent(index, part));
            }
            index++;
        }
        Map<String, Object> head = new LinkedHashMap<>(data);
        head.put(ATTRIBUTES, attributes);
        parts.add(0, new ModelContent(-1, head));
        return parts;
    }

    private static Map<String, Object> join(List<ModelContent> contents) {
        Map<String, Object> data = new LinkedHashMap<>(contents.get(0).data());
        List<Map<String, Object>> attributes = new ArrayList<>();
        list(data.get(ATTRIBUTES)).forEach(each -> attributes.add(new LinkedHashMap<>(map(each))));
        for (Map<String, Object> attribute : attributes) {
            Map<String, Object> frequencies = new LinkedHashMap<>(map(attribute.get(FREQUENCIES)));
            frequencies.put(VALUES, new LinkedHashMap<String, Object>());
            attribute.put(FREQUENCIES, frequencies);
        }
        contents.stream().skip(1).forEach(part -> {
            Map<String, Object> frequencies =
                    map(attributes.get(part.attribute()).get(FREQUENCIES));
            map(frequencies.get(VALUES)).putAll(part.data());
        });
        data.put(ATTRIBUTES, attributes);
        return data;
    }

    @SuppressWarnings("unchecked") // as models write their data
    private static Map<String, Object> map(@Nullable Object data) {
        return (Map<String, Object>) Objects.requireNonNull(data, "data");
    }

    @SuppressWarnings("unchecked") // as models write their data
    private static List<Object> list(@Nullable Object data) {
        return (List<Object>) Objects.requireNonNull(data, "data");
    }
}
