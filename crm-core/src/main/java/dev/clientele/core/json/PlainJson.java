package dev.clientele.core.json;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * Plain JSON data token by token. Every record that is stored or read passes here, and a data binder's search for the right
 * way to treat each value takes longer than treating it.
 */
final class PlainJson {

    private PlainJson() {}

    /** Writes text, numbers, booleans, null, lists and maps; anything else as its plain data. */
    static void write(@Nullable Object value, JsonGenerator to) {
        if (value instanceof String text) {
            to.writeString(text);
        } else if (value instanceof Map<?, ?> map) {
            to.writeStartObject(map);
            for (Map.Entry<?, ?> entry : map.entrySet()) {
                to.writeName(String.valueOf(entry.getKey()));
                write(entry.getValue(), to);
            }
            to.writeEndObject();
        } else if (value instanceof List<?> list) {
            to.writeStartArray(list, list.size());
            for (Object element : list) {
                write(element, to);
            }
            to.writeEndArray();
        } else if (value instanceof Long number) {
            to.writeNumber(number);
        } else if (value instanceof BigDecimal number) {
            to.writeNumber(number);
        } else if (value instanceof Integer number) {
            to.writeNumber(number);
        } else if (value instanceof Double number) {
            to.writeNumber(number);
        } else if (value instanceof BigInteger number) {
            to.writeNumber(number);
        } else if (value instanceof Boolean flag) {
            to.writeBoolean(flag);
        } else if (value == null) {
            to.writeNull();
        } else {
            write(Json.toTree(value), to);
        }
    }

    /** Reads the value that begins at the parser's current token. */
    static @Nullable Object read(JsonParser from) {
        return read(from, false);
    }

    /** Reads as {@link #read}, into maps and lists that nobody can change. */
    static @Nullable Object readImmutable(JsonParser from) {
        return read(from, true);
    }

    private static @Nullable Object read(JsonParser from, boolean immutable) {
        return switch (from.currentToken()) {
            case START_OBJECT -> {
                Map<String, @Nullable Object> object = object(from, immutable);
                yield immutable ? Collections.unmodifiableMap(object) : object;
            }
            case START_ARRAY -> {
                List<@Nullable Object> array = array(from, immutable);
                yield immutable ? Collections.unmodifiableList(array) : array;
            }
            case VALUE_STRING -> from.getString();
            case VALUE_NUMBER_INT -> whole(from);
            case VALUE_NUMBER_FLOAT -> from.isNaN() ? from.getNumberValue() : from.getDecimalValue();
            case VALUE_EMBEDDED_OBJECT -> from.getEmbeddedObject();
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            case VALUE_NULL -> null;
            default -> throw new IllegalStateException("not the beginning of a value: " + from.currentToken());
        };
    }

    private static Map<String, @Nullable Object> object(JsonParser from, boolean immutable) {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        String name = from.nextName();
        while (name != null) {
            from.nextToken();
            object.put(name, read(from, immutable));
            name = from.nextName();
        }
        return object;
    }

    private static List<@Nullable Object> array(JsonParser from, boolean immutable) {
        List<@Nullable Object> array = new ArrayList<>();
        while (from.nextToken() != JsonToken.END_ARRAY) {
            array.add(read(from, immutable));
        }
        return array;
    }

    private static Object whole(JsonParser from) {
        if (from.getNumberType() != JsonParser.NumberType.BIG_INTEGER) {
            return from.getLongValue();
        }
        BigInteger beyond = from.getBigIntegerValue();
        return beyond;
    }
}
