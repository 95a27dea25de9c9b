package dev.clientele.examples.journal;

import dev.clientele.persistence.DeclaredField;
import dev.clientele.persistence.Document;
import dev.clientele.persistence.LogEntry;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

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

    /** Returns a document replaced, with the values of fields that the writer of the replacement doesn't know of. */
    Document merge(Document held, Document by) {
        Map<String, Object> values = new HashMap<>(held.fields());
        fields.forEach(field -> values.remove(field.name()));
        values.putAll(by.fields());
        return new Document(by.type(), by.id(), held.version() + 1, values, by.body());
    }
}
