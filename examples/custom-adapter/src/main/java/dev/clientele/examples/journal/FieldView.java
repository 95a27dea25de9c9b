package dev.clientele.examples.journal;

import dev.clientele.persistence.DeclaredField;
import dev.clientele.persistence.Document;
import dev.clientele.persistence.LogEntry;
import dev.clientele.persistence.Redaction;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** A schema's view of records that may have been stored under another schema (rule S2). */
record FieldView(List<DeclaredField> fields) {

    Document view(Document stored) {
        return new Document(stored.type(), stored.id(), stored.version(), view(stored.fields()), stored.body());
    }

    LogEntry view(LogEntry stored) {
        Map<String, Object> seen = view(stored.fields());
        return new LogEntry(
                stored.key(), stored.subjects(), stored.occurredAt(), seen, stored.body(), stored.position());
    }

    /** Returns the fields that are declared, decimals at the scale that is declared. */
    private Map<String, Object> view(Map<String, Object> stored) {
        Map<String, Object> seen = new HashMap<>();
        for (DeclaredField field : fields) {
            Object value = stored.get(field.name());
            if (value instanceof BigDecimal decimal && decimal.scale() < field.scale()) {
                seen.put(field.name(), decimal.setScale(field.scale()));
            } else if (value != null) {
                seen.put(field.name(), value);
            }
        }
        return seen;
    }

    /** Returns a document replaced, with its computed fields, and those that the writer of the replacement doesn't know of. */
    Document merge(Document held, Document by) {
        List<String> written = names(field -> !field.computed());
        return with(held, by.version() + 1, written, by.fields(), by.body());
    }

    /** Returns a document with other values in some of its fields. */
    static Document with(Document held, long version, Collection<String> names, Map<String, Object> by, String body) {
        return new Document(held.type(), held.id(), version, with(held.fields(), names, by), body);
    }

    /** Returns an entry redacted; values of fields that aren't declared any more stay. */
    LogEntry redact(LogEntry held, Redaction by) {
        Map<String, Object> values = with(held.fields(), names(field -> true), by.fields());
        return new LogEntry(held.key(), held.subjects(), held.occurredAt(), values, by.body(), held.position());
    }

    private List<String> names(Predicate<DeclaredField> which) {
        return fields.stream().filter(which).map(DeclaredField::name).toList();
    }

    private static Map<String, Object> with(
            Map<String, Object> held, Collection<String> names, Map<String, Object> by) {
        Map<String, Object> values = new HashMap<>(held);
        values.keySet().removeAll(Set.copyOf(names));
        values.putAll(by);
        return values;
    }
}
