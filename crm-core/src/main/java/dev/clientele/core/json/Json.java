package dev.clientele.core.json;

import dev.clientele.core.error.CorruptException;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * JSON text, plain JSON data (text, numbers, booleans, lists, maps) and structured values, one from the other. Whole
 * numbers are read as {@code Long} or {@code BigInteger}, others as {@code BigDecimal}, so that no digit is lost.
 */
public final class Json {

    private static final int MAX_DEPTH = 200;

    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(MAX_DEPTH)
                            .build())
                    .build())
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.USE_LONG_FOR_INTS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(SerializationFeature.FAIL_ON_EMPTY_BEANS)
            .addModule(TextForms.module())
            .build();

    private Json() {}

    /** The JSON text of plain data. */
    public static String write(Object tree) {
        return MAPPER.writeValueAsString(tree);
    }

    /**
     * The object that a JSON text holds.
     *
     * @throws CorruptException if it isn't a JSON object
     */
    @SuppressWarnings("unchecked") // Jackson's maps have text keys
    public static Map<String, Object> readObject(String json) {
        try {
            return (Map<String, Object>) MAPPER.readValue(json, Map.class);
        } catch (JacksonException e) {
            throw new CorruptException("stored JSON can't be read", e);
        }
    }

    /**
     * The data that a JSON text from outside holds.
     *
     * @throws IllegalArgumentException if it isn't JSON
     */
    public static Object read(String json) {
        try {
            return MAPPER.readValue(json, Object.class);
        } catch (JacksonException e) {
            throw new IllegalArgumentException("not JSON: " + e.getOriginalMessage(), e);
        }
    }

    /** A structured value as plain data. */
    public static Object toTree(Object value) {
        return MAPPER.convertValue(value, Object.class);
    }

    /**
     * Reads what {@link #toTree} gives.
     *
     * @throws IllegalArgumentException if the data doesn't fit
     */
    public static <V> V fromTree(Object tree, Class<V> type) {
        try {
            return MAPPER.convertValue(tree, type);
        } catch (JacksonException e) {
            throw new IllegalArgumentException("data doesn't fit " + type.getSimpleName(), e);
        }
    }

    /** As {@link #fromTree} for a list of values of one type. */
    public static <V> List<V> listFromTree(Object tree, Class<V> type) {
        return ((List<?>) tree).stream().map(element -> fromTree(element, type)).toList();
    }
}
