package dev.clientele.examples.journal;

import dev.clientele.persistence.DeclaredField;
import dev.clientele.persistence.Document;
import dev.clientele.persistence.DocumentType;
import dev.clientele.persistence.LogEntry;
import dev.clientele.persistence.LogType;
import dev.clientele.persistence.Position;
import dev.clientele.persistence.TenantId;
import dev.clientele.persistence.criteria.FieldReader;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A record as it is stored: declared fields under their names, all else under names that the contract reserves, so that
 * criteria and sorts can read a row as it is. Immutable.
 */
record Row(Map<String, Object> values) implements FieldReader {

    /** No name that a field could have. */
    static final String TYPE = "@type";

    /** A document at its next version, with what the row before has in fields that the writer's schema doesn't declare. */
    static Row of(TenantId tenant, DocumentType type, Document document, @Nullable Row before) {
        Map<String, Object> values = new HashMap<>(before == null ? Map.of() : before.values);
        type.fields().forEach(field -> values.remove(field.name()));
        values.putAll(document.fields());
        values.putAll(Map.of(
                TYPE, type.name(), "tenant", tenant.value(), "id", document.id().toString(), "body", document.body()));
        values.put("version", document.version() + 1);
        return new Row(values);
    }

    /** An entry, without a position until it is committed. */
    static Row of(LogEntry entry) {
        Map<String, Object> values = new HashMap<>(entry.fields());
        Set<String> subjects = entry.subjects().stream().map(UUID::toString).collect(Collectors.toSet());
        values.putAll(Map.of(LogType.KEY, entry.key(), LogType.OCCURRED_AT, entry.occurredAt()));
        values.putAll(Map.of("subjects", subjects, "body", entry.body()));
        return new Row(values);
    }

    Row with(String name, Object value) {
        Map<String, Object> more = new HashMap<>(values);
        more.put(name, value);
        return new Row(more);
    }

    @Override
    public @Nullable Object read(String field) {
        return values.get(field);
    }

    String text(String name) {
        return (String) Objects.requireNonNull(values.get(name));
    }

    long number(String name) {
        return (Long) Objects.requireNonNull(values.get(name));
    }

    Document document(DocumentType type) {
        UUID id = UUID.fromString(text("id"));
        return new Document(type.name(), id, number("version"), declared(type.fields()), text("body"));
    }

    LogEntry entry(LogType type) {
        Set<UUID> subjects = ((Set<?>) Objects.requireNonNull(read("subjects")))
                .stream().map(text -> UUID.fromString((String) text)).collect(Collectors.toSet());
        Instant occurredAt = (Instant) Objects.requireNonNull(read(LogType.OCCURRED_AT));
        Position position = values.containsKey("position") ? new Position(0, number("position")) : null;
        return new LogEntry(text(LogType.KEY), subjects, occurredAt, declared(type.fields()), text("body"), position);
    }

    /** What a schema declares of the values, decimals at the scale that it declares (rule S2). */
    Map<String, Object> declared(List<DeclaredField> fields) {
        Map<String, Object> declared = new HashMap<>();
        for (DeclaredField field : fields) {
            Object value = values.get(field.name());
            boolean widened = value instanceof BigDecimal decimal && decimal.scale() < field.scale();
            if (value != null) {
                declared.put(field.name(), widened ? ((BigDecimal) value).setScale(field.scale()) : value);
            }
        }
        return declared;
    }
}
