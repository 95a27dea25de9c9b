package dev.clientele.core.codec;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static com.google.common.collect.ImmutableSet.toImmutableSet;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableSortedMap;
import com.google.common.collect.Maps;
import dev.clientele.core.error.CorruptException;
import dev.clientele.core.error.InvalidException;
import dev.clientele.core.error.Violation;
import dev.clientele.core.error.ViolationCode;
import dev.clientele.core.json.Json;
import dev.clientele.persistence.DeclaredField;
import dev.clientele.persistence.criteria.FieldReader;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Converts the values of a record to what storage keeps, and back: columns for the fields that have them, JSON for the rest. */
final class FieldMapCodec {

    private final String type;
    private final ImmutableMap<String, FieldCodec<?>> fields;
    private final ImmutableList<FieldColumns> byName;
    private final ImmutableList<FieldColumns> computed;
    private final ImmutableList<FieldCodec<?>> required;
    private final ImmutableSet<String> columnNames;
    private final RecordVersions versions;
    private final FormerFields formers;

    /** A field with the names of its columns. */
    private record FieldColumns(FieldCodec<?> field, List<String> columns) {

        static FieldColumns of(FieldCodec<?> field) {
            return new FieldColumns(
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

    /** Creates the codec of a form; {@code ownColumns} are further columns that the type itself reads and writes. */
    FieldMapCodec(RecordForm form, Set<String> ownColumns) {
        this.type = form.name();
        this.fields = Maps.uniqueIndex(form.fields(), FieldCodec::name);
        this.byName = columnsByName(field -> !field.isComputed());
        this.computed = columnsByName(FieldCodec::isComputed);
        this.required = fields.values().stream().filter(FieldCodec::isRequired).collect(toImmutableList());
        this.columnNames = Stream.concat(
                        ownColumns.stream(),
                        form.fields().stream()
                                .flatMap(field -> field.columns().stream())
                                .map(DeclaredField::name))
                .collect(toImmutableSet());
        this.versions = new RecordVersions(type, form.chains(), form.refusesNewer());
        this.formers = new FormerFields(form.formers(), form.chains());
    }

    private ImmutableList<FieldColumns> columnsByName(Predicate<FieldCodec<?>> which) {
        return ImmutableSortedMap.copyOf(fields).values().stream()
                .filter(which)
                .map(FieldColumns::of)
                .collect(toImmutableList());
    }

    /** Returns whether records of older versions are upcast. */
    boolean hasSteps() {
        return versions.hasSteps();
    }

    Optional<FieldCodec<?>> find(String name) {
        return Optional.ofNullable(fields.get(name));
    }

    /** Returns whether a field holds values by names that aren't declared. */
    boolean hasNamedValues(String name) {
        return fields.get(name) instanceof NamedValuesCodec;
    }

    /** Finds everything that is wrong with these values: unknown fields, missing ones, text that can't be stored. */
    @SuppressWarnings("ReferenceEquality") // another field of the same name is another field
    List<Violation> violations(FieldMap values) {
        List<Violation> violations = new ArrayList<>();
        for (FieldValue<?> slot : values.fieldValues()) {
            String name = slot.name();
            FieldCodec<?> declared = fields.get(name);
            if (declared == null) {
                violations.add(new Violation(name, ViolationCode.UNKNOWN_FIELD, "is not a field of " + type));
            } else if (declared != slot.field()) {
                violations.add(new Violation(
                        name, ViolationCode.UNKNOWN_FIELD, "is another field than the one that " + type + " declares"));
            } else {
                slot.nestedViolations().forEach(inner -> violations.add(inner.under(name)));
            }
        }
        for (FieldCodec<?> field : required) {
            if (!values.has(field.name())) {
                violations.add(new Violation(field.name(), ViolationCode.REQUIRED, "is required"));
            }
        }
        return violations;
    }

    void requireValid(FieldMap values) {
        List<Violation> violations = violations(values);
        if (!violations.isEmpty()) {
            throw new InvalidException(type, violations);
        }
    }

    /** Writes the columns. */
    Map<String, Object> columns(FieldMap values) {
        Map<String, Object> columns = new TreeMap<>(values.undeclared().columns());
        formers.encode(values, columns);
        values.encode(columns);
        return columns;
    }

    /** Writes the JSON body: what has no column, and what was there before and isn't known here. */
    String body(FieldMap values) {
        Map<String, Object> body = new TreeMap<>(values.undeclared().body());
        versions.write(body);
        formers.encodeBody(values, body);
        for (FieldValue<?> slot : values.fieldValues()) {
            if (slot.field().isInBody()) {
                body.put(slot.name(), slot.toJson());
            }
        }
        return Json.write(body);
    }

    /** Writes all values as JSON data by field name, computed ones too. */
    static Map<String, Object> json(FieldMap values) {
        Map<String, Object> json = new TreeMap<>();
        for (FieldValue<?> slot : values.fieldValues()) {
            json.put(slot.name(), slot.toJson());
        }
        for (FieldValue<?> slot : values.computedValues()) {
            json.put(slot.name(), slot.toJson());
        }
        return json;
    }

    /**
     * Returns the columns of a record of which only the JSON data by field name is known.
     *
     * @throws CorruptException if the data isn't of these fields, as they are declared now
     */
    Map<String, Object> columnsOf(Map<String, Object> json) {
        return translateCorruption(() -> columns(read(json)));
    }

    /**
     * Reads the values that {@link #json} has written, but for computed ones; what isn't declared is passed over.
     *
     * @throws CorruptException if the data isn't of these fields, as they are declared now
     */
    FieldMap valuesOf(Map<String, Object> json) {
        return translateCorruption(() -> read(json));
    }

    private FieldMap read(Map<String, Object> json) {
        return FieldMap.of(type, slotsOf(json), List.of(), UndeclaredValues.NONE);
    }

    /**
     * Returns values with those of JSON data that somebody sent in their fields' places; the record as a whole isn't validated yet.
     *
     * @throws InvalidException with all that is wrong if a name is no field or a value doesn't fit, required ones that are missing too
     */
    FieldMap readInput(FieldMap start, Map<String, ?> json) {
        return new InputReader(type, fields::get).read(start, json, required);
    }

    /** Reads values back; the body has been parsed already. */
    FieldMap decode(Map<String, Object> columns, Map<String, Object> body) {
        RecordVersions.Stored stored = versions.read(body);
        return translateCorruption(() -> {
            FieldMap values =
                    stored.isCurrent() ? decodeCurrent(stored, columns, body) : decodeUpcast(stored, columns, body);
            return formers.withOlderWrites(values, columns::get, body, stored.former());
        });
    }

    private <R> R translateCorruption(Supplier<R> reading) {
        try {
            return reading.get();
        } catch (ClassCastException
                | IllegalArgumentException
                | ArithmeticException
                | DateTimeException
                | InvalidException e) {
            throw new CorruptException("a stored " + type + " can't be read", e);
        }
    }

    private FieldMap decodeCurrent(
            RecordVersions.Stored stored, Map<String, Object> columns, Map<String, Object> body) {
        List<FieldValue<?>> slots = new ArrayList<>(byName.size());
        FieldReader row = columns::get;
        List<FieldValue<?>> machine = computed(row);
        int declared = 0;
        for (FieldColumns placed : byName) {
            if (put(placed.field(), placed.field().decode(row), slots)) {
                declared += placed.countPresent(columns);
            } else {
                putJson(placed.field(), body, slots);
            }
        }
        for (FieldColumns placed : computed) {
            declared += placed.countPresent(columns);
        }
        Map<String, Object> rest = declared == columns.size()
                ? Map.of()
                : UndeclaredValues.selectUndeclared(columns, columnNames::contains);
        return FieldMap.of(type, slots, machine, UndeclaredValues.of(rest, undeclared(body, stored)));
    }

    private FieldMap decodeUpcast(RecordVersions.Stored stored, Map<String, Object> columns, Map<String, Object> body) {
        FieldReader row = columns::get;
        Map<String, Object> rest = UndeclaredValues.selectUndeclared(columns, columnNames::contains);
        Map<String, Object> dropped = DroppedColumns.json(rest);
        Map<String, Object> json = upcastJson(stored, row, body, dropped);
        json.entrySet().removeAll(dropped.entrySet()); // stays in its column
        Map<String, Object> bodyRest = new TreeMap<>(undeclared(json, stored));
        formers.keepBody(bodyRest, body);
        return FieldMap.of(type, slotsOf(json), computed(row), UndeclaredValues.of(rest, bodyRest));
    }

    private List<FieldValue<?>> slotsOf(Map<String, Object> json) {
        List<FieldValue<?>> slots = new ArrayList<>(byName.size());
        byName.forEach(placed -> putJson(placed.field(), json, slots));
        return slots;
    }

    /** Reads computed values, which no version of the type but their columns tells. */
    private List<FieldValue<?>> computed(FieldReader row) {
        if (computed.isEmpty()) {
            return List.of();
        }
        List<FieldValue<?>> machine = new ArrayList<>(computed.size());
        computed.forEach(placed -> put(placed.field(), placed.field().decode(row), machine));
        return machine;
    }

    private Map<String, Object> undeclared(Map<String, Object> json, RecordVersions.Stored stored) {
        Map<String, Object> rest = UndeclaredValues.selectUndeclared(
                json, name -> name.startsWith("_") || fields.containsKey(name) || formers.hasColumn(name));
        if (stored.kept().isEmpty()) {
            return rest;
        }
        Map<String, Object> all = new TreeMap<>(rest);
        all.putAll(stored.kept());
        return all;
    }

    private Map<String, Object> upcastJson(
            RecordVersions.Stored stored, FieldReader row, Map<String, Object> body, Map<String, Object> dropped) {
        Map<String, Object> json = new TreeMap<>(body);
        json.keySet().removeIf(name -> name.startsWith("_"));
        dropped.forEach(json::putIfAbsent);
        formers.copyInto(json, row);
        byName.forEach(placed -> FormerFields.copy(placed.field(), row, json));
        return versions.upcast(stored, json);
    }

    private static <V> void putJson(FieldCodec<V> field, Map<String, Object> json, List<FieldValue<?>> into) {
        Object value = json.get(field.name());
        put(field, value == null ? null : field.fromJson(value), into);
    }

    private static <V> boolean put(FieldCodec<V> field, @Nullable Object value, List<FieldValue<?>> into) {
        if (value == null) {
            return false;
        }
        @SuppressWarnings("unchecked") // comes from this very field
        V typed = (V) value;
        return into.add(new FieldValue<>(field, typed));
    }
}
