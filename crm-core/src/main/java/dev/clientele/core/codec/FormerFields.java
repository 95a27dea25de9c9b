package dev.clientele.core.codec;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static com.google.common.collect.ImmutableSet.toImmutableSet;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.clientele.persistence.DeclaredField;
import dev.clientele.persistence.criteria.FieldReader;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The fields that older versions of a type had: read for upcasting, and written along for older programs that still run. Immutable
 * and thread-safe.
 *
 * <p>What is stored of a former field is kept as it is when a record is saved, unless a field is in its place: then it gets that
 * field's value, if there is a way back, and goes when the field has none.
 */
final class FormerFields {

    private final ImmutableList<FieldCodec<?>> fields;
    private final ImmutableList<FormerMapping<?, ?>> mappings;
    private final ImmutableSet<String> inColumns;
    private final ImmutableSet<String> unfollowedPersonal;

    FormerFields(List<FieldCodec<?>> fields, List<VersionChain> chains) {
        this.fields = ImmutableList.copyOf(fields);
        this.mappings = chains.stream()
                .flatMap(chain -> chain.steps().stream())
                .map(UpcastStep::mapping)
                .filter(Objects::nonNull)
                .collect(toImmutableList());
        this.inColumns = fields.stream()
                .filter(field -> !field.isInBody())
                .map(FieldCodec::name)
                .collect(toImmutableSet());
        Set<String> followed =
                mappings.stream().map(mapping -> mapping.former().name()).collect(toImmutableSet());
        this.unfollowedPersonal = fields.stream()
                .filter(FieldCodec::isPersonal)
                .map(FieldCodec::name)
                .filter(name -> !followed.contains(name))
                .collect(toImmutableSet());
    }

    boolean isEmpty() {
        return fields.isEmpty();
    }

    /** Returns whether this is the name of a former field that has a column. */
    boolean hasColumn(String name) {
        return inColumns.contains(name);
    }

    /** Puts the values that former fields have in columns. */
    void copyInto(Map<String, Object> json, FieldReader row) {
        fields.forEach(field -> copy(field, row, json));
    }

    static <V> void copy(FieldCodec<V> field, FieldReader row, Map<String, Object> into) {
        V value = field.decode(row);
        if (value != null) {
            into.put(field.name(), field.toJson(value));
        }
    }

    /** Puts back what the body says of former fields, which upcasting may have taken away. */
    void keepBody(Map<String, Object> rest, Map<String, Object> body) {
        for (FieldCodec<?> field : fields) {
            Object stored = body.get(field.name());
            if (field.isInBody() && stored != null) {
                rest.put(field.name(), stored);
            }
        }
    }

    /**
     * Returns the values with what programs of older versions have written since.
     *
     * @param written the former fields that were written along when this version last saved the record: a difference to what the
     *     fields in their place say comes from an older program
     */
    FieldMap withOlderWrites(FieldMap values, FieldReader row, Map<String, Object> body, Set<String> written) {
        if (written.isEmpty() || mappings.isEmpty()) {
            return values;
        }
        Map<String, @Nullable Object> expected = formerValues(values);
        Map<String, @Nullable Object> changed = new HashMap<>();
        FieldMap result = values;
        for (FormerMapping<?, ?> mapping : mappings) {
            String former = mapping.former().name();
            if (!written.contains(former) || !expected.containsKey(former)) {
                continue;
            }
            Object stored = read(mapping.former(), row, body);
            boolean differs = !Objects.equals(stored, expected.get(former));
            if (differs || changed.containsKey(former)) {
                Object value = mapping.convertForward(differs ? stored : changed.get(former));
                changed.put(mapping.field().name(), value);
                if (!isFormer(mapping.field())) {
                    result = with(result, mapping.field(), value);
                }
            }
        }
        return result;
    }

    private boolean isFormer(FieldCodec<?> field) {
        return fields.contains(field);
    }

    private static @Nullable Object read(FieldCodec<?> field, FieldReader row, Map<String, Object> body) {
        if (!field.isInBody()) {
            return field.decode(row);
        }
        Object json = body.get(field.name());
        return json == null ? null : field.fromJson(json);
    }

    private static <V> FieldMap with(FieldMap values, FieldCodec<V> field, @Nullable Object value) {
        @SuppressWarnings("unchecked") // the mapping has made it for this very field
        V typed = (V) value;
        return values.with(field, typed);
    }

    /** Returns the values that go into former fields to which there is a way back, by name; null for none. */
    private Map<String, @Nullable Object> formerValues(FieldMap values) {
        Map<String, @Nullable Object> older = new HashMap<>();
        for (FormerMapping<?, ?> mapping : mappings.reverse()) {
            if (mapping.goesBack()) {
                Object value =
                        isFormer(mapping.field()) ? older.get(mapping.field().name()) : values.get(mapping.field());
                older.put(mapping.former().name(), mapping.convertBack(value));
            }
        }
        return older;
    }

    /** Writes the former fields that have columns. */
    void encode(FieldMap values, Map<String, Object> columns) {
        write(values, columns, false);
    }

    /** Writes the former fields of the body. */
    void encodeBody(FieldMap values, Map<String, Object> body) {
        write(values, body, true);
    }

    private void write(FieldMap values, Map<String, Object> into, boolean bodies) {
        if (fields.isEmpty()) {
            return;
        }
        Map<String, @Nullable Object> older = formerValues(values);
        for (FieldCodec<?> field : fields) {
            if (field.isInBody() == bodies) {
                if (older.containsKey(field.name())) {
                    clear(field, into);
                    put(field, older.get(field.name()), into);
                } else if (unfollowedPersonal.contains(field.name()) || isOutlived(field, values)) {
                    clear(field, into);
                }
            }
        }
    }

    /** Returns whether the field in place of one to which there is no way back has no value any more. */
    private boolean isOutlived(FieldCodec<?> former, FieldMap values) {
        List<FormerMapping<?, ?>> followers =
                mappings.stream().filter(mapping -> mapping.former() == former).toList();
        return !followers.isEmpty()
                && followers.stream()
                        .allMatch(mapping -> isFormer(mapping.field())
                                ? isOutlived(mapping.field(), values)
                                : !values.has(mapping.field().name()));
    }

    private static void clear(FieldCodec<?> field, Map<String, Object> from) {
        from.remove(field.name());
        field.columns().stream().map(DeclaredField::name).forEach(from::remove);
    }

    private static <V> void put(FieldCodec<V> field, @Nullable Object value, Map<String, Object> into) {
        if (value != null) {
            @SuppressWarnings("unchecked") // the mapping has made it for this very field
            V typed = (V) value;
            if (field.isInBody()) {
                into.put(field.name(), field.toJson(typed));
            } else {
                field.encode(typed, into);
            }
        }
    }
}
