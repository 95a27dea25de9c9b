package dev.clientele.persistence.tck.keyvalue;

import dev.clientele.persistence.DeclaredField;
import dev.clientele.persistence.Document;
import dev.clientele.persistence.LogEntry;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * A schema's view of records that were stored under another: the fields that it declares, at its scales.
 *
 * @param fields the fields that it declares
 * @param scaling whether decimals are brought to the scales that it declares
 */
record View(List<DeclaredField> fields, boolean scaling) {

    Document of(Document stored) {
        return new Document(stored.type(), stored.id(), stored.version(), of(stored.fields()), stored.body());
    }

    LogEntry of(LogEntry stored) {
        return new LogEntry(
                stored.key(),
                stored.subjects(),
                stored.occurredAt(),
                of(stored.fields()),
                stored.body(),
                stored.position());
    }

    private Map<String, Object> of(Map<String, Object> stored) {
        Map<String, Object> shown = new TreeMap<>();
        for (DeclaredField field : fields) {
            Object value = stored.get(field.name());
            if (value instanceof BigDecimal decimal && scaling) {
                shown.put(field.name(), decimal.setScale(field.scale()));
            } else if (value != null) {
                shown.put(field.name(), value);
            }
        }
        return shown;
    }

    /** Returns stored values with those of some fields replaced. */
    static Map<String, Object> merged(Map<String, Object> stored, Collection<String> names, Map<String, Object> by) {
        Map<String, Object> values = new TreeMap<>(stored);
        values.keySet().removeAll(Set.copyOf(names));
        values.putAll(by);
        return values;
    }
}
