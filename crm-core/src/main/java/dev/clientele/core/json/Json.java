package dev.clientele.core.json;

import dev.clientele.core.error.CorruptException;
import dev.clientele.core.error.InvalidValueException;
import dev.clientele.core.error.Violation;
import dev.clientele.core.error.ViolationCode;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamWriteConstraints;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.util.TokenBuffer;

/**
 * Converts between JSON text, plain JSON data (text, numbers, booleans, lists, maps) and structured values. Whole
 * numbers are read as {@code Long} or {@code BigInteger}, others as {@code BigDecimal}, so that no digit is lost.
 */
public final class Json {

    private static final int MAX_DEPTH = 200;

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(
                    StreamReadConstraints.builder().maxNestingDepth(MAX_DEPTH).build())
            .streamWriteConstraints(
                    StreamWriteConstraints.builder().maxNestingDepth(MAX_DEPTH).build())
            .build();

    private static final JsonMapper MAPPER = JsonMapper.builder(FACTORY)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.USE_LONG_FOR_INTS)
            .disable(SerializationFeature.FAIL_ON_EMPTY_BEANS)
            .addModule(TextFormModule.create())
            .build();

    /** The entries of maps come sorted, so that one value has one text, in every process. */
    private static final JsonMapper SORTED_MAPPER = MAPPER.rebuild()
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();

    private Json() {}

    /**
     * Writes the JSON text of plain data, maps in the order of their entries.
     *
     * @throws IllegalArgumentException if it nests deeper than 200
     */
    public static String write(Object tree) {
        StringWriter text = new StringWriter(512);
        try (JsonGenerator generator = FACTORY.createGenerator(ObjectWriteContext.empty(), text)) {
            PlainJson.write(tree, generator);
        } catch (JacksonException e) {
            throw new IllegalArgumentException("data nests too deep, or isn't of plain types", e);
        }
        return text.toString();
    }

    /**
     * Reads the object that a stored JSON text holds.
     *
     * @throws CorruptException if it isn't a JSON object
     */
    @SuppressWarnings("unchecked") // Jackson's maps have text keys
    public static Map<String, Object> readObject(String json) {
        try {
            if (parse(json) instanceof Map<?, ?> object) {
                return (Map<String, Object>) object;
            }
        } catch (JacksonException e) {
            throw new CorruptException("stored JSON can't be read", e);
        }
        throw new CorruptException("stored JSON isn't an object", null);
    }

    /**
     * Reads the data that a JSON text from outside holds; null for the JSON null.
     *
     * @throws InvalidValueException if it isn't JSON, or nests deeper than 200
     */
    public static @Nullable Object read(String json) {
        try {
            return parse(json);
        } catch (JacksonException e) {
            throw notJson(e.getLocation());
        }
    }

    private static InvalidValueException notJson(@Nullable TokenStreamLocation at) {
        if (at == null) {
            return new InvalidValueException("", ViolationCode.FORM, "the text isn't JSON");
        }
        return new InvalidValueException(new Violation(
                        "",
                        ViolationCode.FORM,
                        "the text isn't JSON, see line " + at.getLineNr() + ", column " + at.getColumnNr())
                .with("line", at.getLineNr())
                .with("column", at.getColumnNr()));
    }

    private static @Nullable Object parse(String json) {
        try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), json)) {
            if (parser.nextToken() == null) {
                throw new StreamReadException(parser, "no value");
            }
            Object value = PlainJson.read(parser);
            if (parser.nextToken() != null) {
                throw new StreamReadException(parser, "more than one value");
            }
            return value;
        }
    }

    /**
     * Converts a structured value to plain data, which nobody can change.
     *
     * @throws IllegalArgumentException if it can't be written
     */
    public static Object toTree(Object value) {
        try (TokenBuffer tokens = TokenBuffer.forGeneration()) {
            SORTED_MAPPER.writeValue(tokens, value);
            try (JsonParser parser = tokens.asParser(ObjectReadContext.empty())) {
                parser.nextToken();
                Object tree = PlainJson.readImmutable(parser);
                if (tree != null) {
                    return tree;
                }
            }
        } catch (JacksonException e) {
            throw notWritable(value, e);
        }
        throw notWritable(value, null);
    }

    private static IllegalArgumentException notWritable(Object value, @Nullable JacksonException cause) {
        return new IllegalArgumentException(
                "a " + value.getClass().getSimpleName() + " can't be written as JSON", cause);
    }

    /** Copies plain data to the same, which nobody can change. */
    public static @Nullable Object immutableCopy(@Nullable Object tree) {
        if (tree instanceof List<?> list) {
            List<@Nullable Object> copy = new ArrayList<>(list.size());
            list.forEach(element -> copy.add(immutableCopy(element)));
            return Collections.unmodifiableList(copy);
        } else if (tree instanceof Map<?, ?> map) {
            Map<Object, @Nullable Object> copy = new LinkedHashMap<>();
            map.forEach((name, value) -> copy.put(name, immutableCopy(value)));
            return Collections.unmodifiableMap(copy);
        }
        return tree;
    }

    /**
     * Reads what {@link #toTree} gives.
     *
     * @throws InvalidValueException if the data doesn't fit, with the path of what doesn't
     */
    public static <V> V fromTree(Object tree, Class<V> type) {
        try {
            return MAPPER.convertValue(tree, type);
        } catch (JacksonException e) {
            throw MisfitData.of(e, type);
        }
    }

    /** Reads, as {@link #fromTree} does, a list of values of one type. */
    public static <V> List<V> listFromTree(Object tree, Class<V> type) {
        List<?> elements = (List<?>) tree;
        List<V> values = new ArrayList<>(elements.size());
        for (int i = 0; i < elements.size(); i++) {
            try {
                values.add(fromTree(elements.get(i), type));
            } catch (InvalidValueException e) {
                throw new InvalidValueException(e.violation().under("[" + i + "]"));
            }
        }
        return List.copyOf(values);
    }
}
