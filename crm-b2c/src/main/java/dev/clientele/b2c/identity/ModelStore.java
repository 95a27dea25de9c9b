package dev.clientele.b2c.identity;

import dev.clientele.b2c.identity.linkage.LinkageModel;
import dev.clientele.b2c.identity.linkage.SourceProfile;
import dev.clientele.core.CrmSession;
import dev.clientele.core.entity.Id;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Stores models in parts, with how the values were spread that they were fitted to, and reads them back; a model that was read is kept. */
final class ModelStore {

    private static final int VALUES_PER_PART = 10_000;
    private static final String ATTRIBUTES = "attributes";
    private static final String FREQUENCIES = "frequencies";
    private static final String VALUES = "values";
    private static final String SOURCE = "source";
    private static final String COUNTS = "counts";

    private final CrmSession session;

    ModelStore(CrmSession session) {
        this.session = session;
    }

    /**
     * Stores a model within a transaction.
     *
     * @param draft what it was fitted to
     * @param profiles by source, how the values that it was fitted to are spread
     */
    IdentityModel add(IdentityModel draft, LinkageModel model, Map<String, SourceProfile> profiles) {
        IdentityModel head = session.repository(IdentityModel.TYPE)
                .add(draft.with(IdentityModel.FITTED_AT, session.now())
                        .with(IdentityModel.MODEL_VERSION, (long) model.version()));
        List<ModelContent> contents = split(model.toData());
        profiles.forEach((source, profile) ->
                contents.add(new ModelContent(ModelContent.PROFILE, Map.of(SOURCE, source, COUNTS, profile.counts()))));
        List<IdentityModelPart> parts = new ArrayList<>();
        for (ModelContent content : contents) {
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
        return LinkageModel.ofData(join(contents(id).stream()
                .filter(content -> content.attribute() != ModelContent.PROFILE)
                .toList()));
    }

    /** Returns how the values of a source are spread that a model was fitted to; empty if it wasn't fitted to any of it. */
    Optional<SourceProfile> profile(Id<IdentityModel> id, String source) {
        return contents(id).stream()
                .filter(content -> content.attribute() == ModelContent.PROFILE
                        && source.equals(content.data().get(SOURCE)))
                .findFirst()
                .map(content -> new SourceProfile(get(id).attributes(), counts(content)));
    }

    private static List<List<Long>> counts(ModelContent content) {
        return list(content.data().get(COUNTS)).stream()
                .map(each -> list(each).stream()
                        .map(count -> ((Number) count).longValue())
                        .toList())
                .toList();
    }

    private List<ModelContent> contents(Id<IdentityModel> id) {
        List<ModelContent> contents = new ArrayList<>();
        try (Stream<IdentityModelPart> parts = session
                .repository(IdentityModelPart.TYPE)
                .query(IdentityModelPart.MODEL.is(id))
                .sortedBy(IdentityModelPart.ORDINAL)
                .stream()) {
            parts.forEach(part -> contents.add(part.require(IdentityModelPart.CONTENT)));
        }
        return contents;
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
