package dev.clientele.examples.journal;

import dev.clientele.persistence.CorruptException;
import dev.clientele.persistence.FieldType;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Changes of rows as bytes. A value is its type's name and its text, which each canonical class reads back exactly. */
final class Encoding {

    private Encoding() {}

    static byte[] encode(Map<String, Optional<Row>> changes) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeInt(changes.size());
            for (Map.Entry<String, Optional<Row>> change : changes.entrySet()) {
                write(change.getKey(), out);
                Map<String, Object> values = change.getValue().map(Row::values).orElse(Map.of());
                out.writeInt(values.size());
                for (Map.Entry<String, Object> value : values.entrySet()) {
                    write(value.getKey(), out);
                    writeValue(value.getValue(), out);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** The changes again; a row without values is none. */
    static Map<String, Optional<Row>> decode(byte[] bytes) {
        Map<String, Optional<Row>> changes = new LinkedHashMap<>();
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            for (int left = in.readInt(); left > 0; left--) {
                String path = text(in);
                Map<String, Object> values = new HashMap<>();
                for (int more = in.readInt(); more > 0; more--) {
                    values.put(text(in), value(in));
                }
                changes.put(path, values.isEmpty() ? Optional.empty() : Optional.of(new Row(values)));
            }
        } catch (IOException | RuntimeException e) {
            throw new CorruptException("a transaction in the journal can't be read", e);
        }
        return changes;
    }

    private static void writeValue(Object value, DataOutputStream out) throws IOException {
        FieldType type = Stream.of(FieldType.values())
                .filter(each -> each.valueClass().isInstance(value))
                .findFirst()
                .orElseThrow();
        Set<?> texts = value instanceof Set<?> set ? set : Set.of(value);
        write(type.name(), out);
        out.writeInt(texts.size());
        for (Object text : texts) {
            write(text.toString(), out);
        }
    }

    private static Object value(DataInputStream in) throws IOException {
        FieldType type = FieldType.valueOf(text(in));
        Set<String> texts = new HashSet<>();
        for (int left = in.readInt(); left > 0; left--) {
            texts.add(text(in));
        }
        return type == FieldType.TEXT_SET ? texts : value(type, texts.iterator().next());
    }

    private static Object value(FieldType type, String text) {
        return switch (type) {
            case INTEGER -> Long.valueOf(text);
            case DECIMAL -> new BigDecimal(text);
            case BOOLEAN -> Boolean.valueOf(text);
            case REAL -> Double.valueOf(text);
            case INSTANT -> Instant.parse(text);
            case DATE -> LocalDate.parse(text);
            default -> text;
        };
    }

    private static void write(String text, DataOutputStream out) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private static String text(DataInputStream in) throws IOException {
        return new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8);
    }
}
