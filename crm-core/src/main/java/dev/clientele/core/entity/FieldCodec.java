package dev.clientele.core.entity;

import dev.clientele.core.error.CorruptException;
import dev.clientele.core.error.InvalidException;
import dev.clientele.core.error.Violation;
import dev.clientele.core.json.Json;
import dev.clientele.persistence.criteria.FieldReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Between the values of a record and what storage keeps: columns for the fields that have them, JSON for the rest. */
final class FieldCodec<T> {

    /** The body's entry that tells the schema version; no field name can start with an underscore. */
    private static final String VERSION = "_version";

    private final String type;
    private final Map<String, Field<T, ?>> fields;
    private final int schemaVersion;
    private final List<UnaryOperator<Map<String, Object>>> upcasters;

    FieldCodec(String type, Map<String, Field<T, ?>> fields, List<UnaryOperator<Map<String, Object>>> upcasters) {
        this.type = type;
        this.fields = fields;
        this.upcasters = List.copyOf(upcasters);
        this.schemaVersion = upcasters.size() + 1;
    }

    /** Everything that is wrong with these values as a whole: unknown fields, required ones that are missing. */
    List<Violation> violations(FieldMap<T> values) {
        List<Violation> violations = new ArrayList<>();
        for (String name : values.names()) {
            if (!fields.containsKey(name)) {
                violations.add(new Violation(name, "is not a field of " + type));
            }
        }
        for (Field<T, ?> field : fields.values()) {
            if (field.is(Trait.REQUIRED) && !values.slots().containsKey(field.name())) {
                violations.add(new Violation(field.name(), "is required"));
            }
        }
        return violations;
    }

    void requireValid(FieldMap<T> values) {
        List<Violation> violations = violations(values);
        if (!violations.isEmpty()) {
            throw new InvalidException(type, violations);
        }
    }

    Map<String, Object> columns(FieldMap<T> values) {
        Map<String, Object> columns = new TreeMap<>();
        values.encode(columns);
        return columns;
    }

    /** The JSON body; {@code extra} are further entries whose names start with an underscore. */
    String body(FieldMap<T> values, Map<String, Object> extra) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put(VERSION, (long) schemaVersion);
        body.putAll(extra);
        values.slots().forEach((name, slot) -> {
            if (slot.field().columns().isEmpty()) {
                body.put(name, slot.toJson());
            }
        });
        return Json.write(body);
    }

    /** All values as JSON data by field name, as the history records them. */
    static <T> Map<String, Object> json(FieldMap<T> values) {
        Map<String, Object> json = new TreeMap<>();
        values.slots().forEach((name, slot) -> json.put(name, slot.toJson()));
        return json;
    }

    /** Reads values back; the body has been parsed already. */
    FieldMap<T> decode(FieldReader columns, Map<String, Object> body) {
        int stored = body.get(VERSION) instanceof Number version ? version.intValue() : 1;
        if (stored > schemaVersion) {
            throw new CorruptException(
                    "a " + type + " was stored by version " + stored + " of its type, this is " + schemaVersion, null);
        }
        Map<String, FieldMap.Slot<T, ?>> slots = new TreeMap<>();
        try {
            if (stored == schemaVersion) {
                fields.values().forEach(field -> put(field, read(field, columns, body), slots));
            } else {
                Map<String, Object> json = upcast(stored, columns, body);
                fields.values().forEach(field -> put(field, readJson(field, json), slots));
            }
        } catch (ClassCastException | IllegalArgumentException | java.time.DateTimeException e) {
            throw new CorruptException("a stored " + type + " can't be read", e);
        }
        return FieldMap.of(type, slots);
    }

    private Map<String, Object> upcast(int from, FieldReader columns, Map<String, Object> body) {
        Map<String, Object> json = new TreeMap<>(body);
        json.keySet().removeIf(name -> name.startsWith("_"));
        fields.values().forEach(field -> putJson(field, columns, json));
        Map<String, Object> upcast = json;
        for (int version = from; version < schemaVersion; version++) {
            upcast = upcasters.get(version - 1).apply(upcast);
        }
        return upcast;
    }

    private static <T, V> void putJson(Field<T, V> field, FieldReader columns, Map<String, Object> into) {
        V value = field.decode(columns);
        if (value != null) {
            into.put(field.name(), field.toJson(value));
        }
    }

    private static <T, V> @Nullable V read(Field<T, V> field, FieldReader columns, Map<String, Object> body) {
        V value = field.decode(columns);
        return value != null ? value : readJson(field, body);
    }

    private static <T, V> @Nullable V readJson(Field<T, V> field, Map<String, Object> json) {
        Object value = json.get(field.name());
        return value == null ? null : field.fromJson(value);
    }

    private static <T, V> void put(Field<T, V> field, @Nullable Object value, Map<String, FieldMap.Slot<T, ?>> into) {
        if (value != null) {
            @SuppressWarnings("unchecked") // comes from this very field
            V typed = (V) value;
            into.put(field.name(), new FieldMap.Slot<>(field, typed));
        }
    }
}
