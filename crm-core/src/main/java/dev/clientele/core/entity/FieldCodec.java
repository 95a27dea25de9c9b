package dev.clientele.core.entity;

import dev.clientele.core.error.CorruptException;
import dev.clientele.core.error.InvalidException;
import dev.clientele.core.error.Violation;
import dev.clientele.core.json.Json;
import dev.clientele.persistence.DeclaredField;
import dev.clientele.persistence.criteria.FieldReader;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Between the values of a record and what storage keeps: columns for the fields that have them, JSON for the rest. */
final class FieldCodec<T> {

    /** The body's entry that tells the schema version; no field name can start with an underscore. */
    private static final String VERSION_KEY = "_version";

    private final String type;
    private final Map<String, Field<T, ?>> fields;
    private final List<FieldColumns<T>> byName;
    private final Set<String> columnNames = new HashSet<>();
    private final int schemaVersion;
    private final List<UnaryOperator<Map<String, Object>>> upcasters;

    /** For a type with these fields; {@code ownColumns} are further columns that the type itself reads and writes. */
    /** A field with the names of its columns. */
    private record FieldColumns<T>(Field<T, ?> field, List<String> columns) {

        static <T> FieldColumns<T> of(Field<T, ?> field) {
            return new FieldColumns<>(
                    field, field.columns().stream().map(DeclaredField::name).toList());
        }

        int countPresent(Map<String, Object> row) {
            int present = 0;
            for (int i = 0; i < columns.size(); i++) {
                present += row.get(columns.get(i)) == null ? 0 : 1;
            }
            return present;
        }
    }

    FieldCodec(
            String type,
            Map<String, Field<T, ?>> fields,
            Set<String> ownColumns,
            List<UnaryOperator<Map<String, Object>>> upcasters) {
        this.type = type;
        this.fields = new LinkedHashMap<>(fields);
        this.byName = new TreeMap<>(fields)
                .values().stream().<FieldColumns<T>>map(FieldColumns::of).toList();
        this.columnNames.addAll(ownColumns);
        fields.values().forEach(field -> field.columns().forEach(column -> columnNames.add(column.name())));
        this.upcasters = List.copyOf(upcasters);
        this.schemaVersion = upcasters.size() + 1;
    }

    /** Everything that is wrong with these values: unknown fields, missing ones, text that can't be stored. */
    @SuppressWarnings("ReferenceEquality") // another field of the same name is another field
    List<Violation> violations(FieldMap<T> values) {
        List<Violation> violations = new ArrayList<>();
        for (FieldValue<T, ?> slot : values.fieldValues()) {
            String name = slot.name();
            Field<T, ?> declared = fields.get(name);
            if (declared == null) {
                violations.add(new Violation(name, "is not a field of " + type));
            } else if (declared != slot.field()) {
                violations.add(new Violation(name, "is another field than the one that " + type + " declares"));
            } else {
                nestedViolations(slot)
                        .forEach(inner -> violations.add(new Violation(name + inner.path(), inner.reason())));
            }
        }
        for (Field<T, ?> field : fields.values()) {
            if (field.hasTrait(Trait.REQUIRED) && !values.has(field.name())) {
                violations.add(new Violation(field.name(), "is required"));
            }
        }
        return violations;
    }

    private static <T> List<Violation> nestedViolations(FieldValue<T, ?> slot) {
        if (!slot.field().isInBody()) {
            return List.of();
        }
        try {
            return slot.field().nestedViolations(slot.toJson());
        } catch (IllegalArgumentException e) {
            return List.of(new Violation("", "can't be written as JSON"));
        }
    }

    void requireValid(FieldMap<T> values) {
        List<Violation> violations = violations(values);
        if (!violations.isEmpty()) {
            throw new InvalidException(type, violations);
        }
    }

    Map<String, Object> columns(FieldMap<T> values) {
        Map<String, Object> columns = new TreeMap<>(values.undeclared().columns());
        values.encode(columns);
        return columns;
    }

    /** The JSON body: what has no column, and what was there before and isn't known here. */
    String body(FieldMap<T> values) {
        Map<String, Object> body = new TreeMap<>(values.undeclared().body());
        body.put(VERSION_KEY, (long) schemaVersion);
        for (FieldValue<T, ?> slot : values.fieldValues()) {
            if (slot.field().isInBody()) {
                body.put(slot.name(), slot.toJson());
            }
        }
        return Json.write(body);
    }

    /** All values as JSON data by field name, as the history records them. */
    static <T> Map<String, Object> json(FieldMap<T> values) {
        Map<String, Object> json = new TreeMap<>();
        for (FieldValue<T, ?> slot : values.fieldValues()) {
            json.put(slot.name(), slot.toJson());
        }
        return json;
    }

    /**
     * The columns of a record of which only the JSON data by field name is known.
     *
     * @throws CorruptException if the data isn't of these fields, as they are declared now
     */
    Map<String, Object> columnsOf(Map<String, Object> json) {
        return translateCorruption(() -> columns(read(json)));
    }

    /**
     * The values that {@link #json} has written; what isn't declared is passed over.
     *
     * @throws CorruptException if the data isn't of these fields, as they are declared now
     */
    FieldMap<T> valuesOf(Map<String, Object> json) {
        return translateCorruption(() -> read(json));
    }

    private FieldMap<T> read(Map<String, Object> json) {
        List<FieldValue<T, ?>> slots = new ArrayList<>(byName.size());
        byName.forEach(placed -> putJson(placed.field(), json, slots));
        return FieldMap.of(type, slots, UndeclaredValues.NONE);
    }

    /** Reads values back; the body has been parsed already. */
    FieldMap<T> decode(Map<String, Object> columns, Map<String, Object> body) {
        int stored = body.get(VERSION_KEY) instanceof Number version ? version.intValue() : 1;
        if (stored > schemaVersion) {
            throw new CorruptException(
                    "a " + type + " was stored by version " + stored + " of its type, this is " + schemaVersion, null);
        }
        return translateCorruption(
                () -> stored == schemaVersion ? decodeCurrent(columns, body) : decodeUpcast(stored, columns, body));
    }

    private <R> R translateCorruption(Supplier<R> reading) {
        try {
            return reading.get();
        } catch (ClassCastException | IllegalArgumentException | ArithmeticException | DateTimeException e) {
            throw new CorruptException("a stored " + type + " can't be read", e);
        }
    }

    private FieldMap<T> decodeCurrent(Map<String, Object> columns, Map<String, Object> body) {
        List<FieldValue<T, ?>> slots = new ArrayList<>(byName.size());
        FieldReader row = columns::get;
        int declared = 0;
        for (FieldColumns<T> placed : byName) {
            if (put(placed.field(), placed.field().decode(row), slots)) {
                declared += placed.countPresent(columns);
            } else {
                putJson(placed.field(), body, slots);
            }
        }
        Map<String, Object> rest = declared == columns.size()
                ? Map.of()
                : UndeclaredValues.selectUndeclared(columns, columnNames::contains);
        return FieldMap.of(type, slots, UndeclaredValues.of(rest, undeclared(body)));
    }

    private FieldMap<T> decodeUpcast(int from, Map<String, Object> columns, Map<String, Object> body) {
        Map<String, Object> json = upcastJson(from, columns::get, body);
        List<FieldValue<T, ?>> slots = new ArrayList<>(byName.size());
        byName.forEach(placed -> putJson(placed.field(), json, slots));
        Map<String, Object> rest = UndeclaredValues.selectUndeclared(columns, columnNames::contains);
        return FieldMap.of(type, slots, UndeclaredValues.of(rest, undeclared(json)));
    }

    private Map<String, Object> undeclared(Map<String, Object> json) {
        return UndeclaredValues.selectUndeclared(json, name -> name.startsWith("_") || fields.containsKey(name));
    }

    private Map<String, Object> upcastJson(int from, FieldReader columns, Map<String, Object> body) {
        Map<String, Object> json = new TreeMap<>(body);
        json.keySet().removeIf(name -> name.startsWith("_"));
        fields.values().forEach(field -> copy(field, columns, json));
        Map<String, Object> upcast = json;
        for (int version = from; version < schemaVersion; version++) {
            try {
                upcast = new TreeMap<>(upcasters.get(version - 1).apply(upcast));
            } catch (RuntimeException e) {
                throw new CorruptException("a " + type + " stored by version " + version + " can't be upcast", e);
            }
        }
        return upcast;
    }

    private static <T, V> void copy(Field<T, V> field, FieldReader columns, Map<String, Object> into) {
        V value = field.decode(columns);
        if (value != null) {
            into.put(field.name(), field.toJson(value));
        }
    }

    private static <T, V> void putJson(Field<T, V> field, Map<String, Object> json, List<FieldValue<T, ?>> into) {
        Object value = json.get(field.name());
        put(field, value == null ? null : field.fromJson(value), into);
    }

    private static <T, V> boolean put(Field<T, V> field, @Nullable Object value, List<FieldValue<T, ?>> into) {
        if (value == null) {
            return false;
        }
        @SuppressWarnings("unchecked") // comes from this very field
        V typed = (V) value;
        return into.add(new FieldValue<>(field, typed));
    }
}
