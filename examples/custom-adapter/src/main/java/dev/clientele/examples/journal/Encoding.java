package dev.clientele.examples.journal;

import dev.clientele.persistence.CorruptException;
import dev.clientele.persistence.Document;
import dev.clientele.persistence.FieldType;
import dev.clientele.persistence.LogEntry;
import dev.clientele.persistence.Position;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Changes of rows as words with a NUL between them, which the contract allows in no text. Every canonical value is read back
 * exactly from its {@code toString}.
 */
final class Encoding {

    private Encoding() {}

    static byte[] encode(Map<String, @Nullable Object> changes) {
        List<String> words = new ArrayList<>();
        changes.forEach((path, row) -> {
            if (row instanceof Document document) {
                add(words, path, "document", document.type(), document.id(), document.version());
                addFields(words, document.fields());
                add(words, document.body());
            } else if (row instanceof LogEntry entry) {
                add(words, path, "entry", entry.key());
                addTexts(words, entry.subjects());
                add(words, entry.occurredAt());
                addFields(words, entry.fields());
                add(words, entry.body(), entry.position());
            } else {
                add(words, path, row == null ? "nothing" : "text", row);
            }
        });
        return String.join("\0", words).getBytes(StandardCharsets.UTF_8);
    }

    private static void add(List<String> words, @Nullable Object... more) {
        Stream.of(more).map(String::valueOf).forEach(words::add);
    }

    private static void addTexts(List<String> words, Collection<?> texts) {
        add(words, texts.size());
        texts.forEach(text -> add(words, text));
    }

    private static void addFields(List<String> words, Map<String, Object> fields) {
        add(words, fields.size());
        fields.forEach((name, value) -> {
            add(words, name, type(value));
            addTexts(words, value instanceof Set<?> set ? set : Set.of(value));
        });
    }

    private static FieldType type(Object value) {
        return Stream.of(FieldType.values())
                .filter(type -> type.valueClass().isInstance(value))
                .findFirst()
                .orElseThrow();
    }

    static Map<String, @Nullable Object> decode(byte[] bytes) {
        Map<String, @Nullable Object> changes = new LinkedHashMap<>();
        String text = new String(bytes, StandardCharsets.UTF_8);
        try {
            Iterator<String> words = List.of(text.split("\0", -1)).iterator();
            while (words.hasNext()) {
                changes.put(words.next(), row(words));
            }
        } catch (RuntimeException e) {
            throw new CorruptException("a transaction in the journal can't be understood", e);
        }
        return changes;
    }

    private static @Nullable Object row(Iterator<String> words) {
        String kind = words.next();
        String word = words.next();
        return switch (kind) {
            case "document" ->
                new Document(
                        word, UUID.fromString(words.next()), Long.parseLong(words.next()), fields(words), words.next());
            case "entry" ->
                new LogEntry(
                        word,
                        texts(words).map(UUID::fromString).collect(Collectors.toSet()),
                        Instant.parse(words.next()),
                        fields(words),
                        words.next(),
                        Position.parse(words.next()));
            case "text" -> word;
            default -> null;
        };
    }

    private static Stream<String> texts(Iterator<String> words) {
        List<String> texts = new ArrayList<>();
        for (int left = Integer.parseInt(words.next()); left > 0; left--) {
            texts.add(words.next());
        }
        return texts.stream();
    }

    private static Map<String, Object> fields(Iterator<String> words) {
        Map<String, Object> fields = new HashMap<>();
        for (int left = Integer.parseInt(words.next()); left > 0; left--) {
            fields.put(
                    words.next(),
                    value(FieldType.valueOf(words.next()), texts(words).collect(Collectors.toSet())));
        }
        return fields;
    }

    private static Object value(FieldType type, Set<String> texts) {
        String text = texts.isEmpty() ? "" : texts.iterator().next();
        return switch (type) {
            case TEXT -> text;
            case TEXT_SET -> texts;
            case INTEGER -> Long.valueOf(text);
            case DECIMAL -> new BigDecimal(text);
            case BOOLEAN -> Boolean.valueOf(text);
            case REAL -> Double.valueOf(text);
            case INSTANT -> Instant.parse(text);
            case DATE -> LocalDate.parse(text);
        };
    }
}
