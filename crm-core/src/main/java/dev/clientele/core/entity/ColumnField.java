package dev.clientele.core.entity;

import dev.clientele.persistence.DeclaredField;
import dev.clientele.persistence.criteria.Criteria;
import dev.clientele.persistence.criteria.FieldReader;
import dev.clientele.persistence.criteria.ValueOrder;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A field that is kept in one column of its own, so that it can be compared, sorted by and grouped by.
 *
 * @param <T> the record type that declares it
 * @param <V> the type of its values
 */
public abstract class ColumnField<T, V> extends Field<T, V> {

    private final DeclaredField column;

    ColumnField(DeclaredField column, Set<Trait> traits) {
        super(column.name(), traits);
        this.column = column;
    }

    /** Records whose value is this. */
    public Criteria is(V value) {
        return Criteria.equal(name(), toColumn(check(value)));
    }

    /** Records whose value is missing or another: the plain negation of {@link #is}. */
    public final Criteria isNot(V value) {
        return is(value).negate();
    }

    /** Records whose value is one of these, in whatever order they are given; none if the collection is empty. */
    public final Criteria in(Collection<? extends V> values) {
        List<Object> constants = new ArrayList<>(values.size());
        for (V value : values) {
            constants.add(toColumn(check(value)));
        }
        constants.sort(ValueOrder::compare);
        return Criteria.in(name(), constants);
    }

    /** The canonical column value of a checked value. */
    abstract Object toColumn(V value);

    /** The value that a column value stands for, such as the key of a group; null for a missing one. */
    public final @Nullable V valueOf(@Nullable Object columnValue) {
        return columnValue == null ? null : fromColumn(columnValue);
    }

    /** The value of a canonical column value. */
    abstract V fromColumn(Object stored);

    @Override
    final String toText(V value) {
        return ColumnText.write(toColumn(value));
    }

    @Override
    final V fromText(String text) {
        return fromColumn(ColumnText.read(column, text));
    }

    @Override
    String textForm() {
        return ColumnText.form(column.type());
    }

    final DeclaredField column() {
        return column;
    }

    @Override
    List<DeclaredField> columns() {
        return List.of(column);
    }

    @Override
    void encode(V value, Map<String, Object> into) {
        into.put(name(), toColumn(value));
    }

    @Override
    final @Nullable V decode(FieldReader columns) {
        Object stored = columns.read(name());
        return stored == null ? null : fromColumn(stored);
    }

    @Override
    Object toJson(V value) {
        return ColumnJson.write(toColumn(value));
    }

    @Override
    V fromJson(Object json) {
        return fromColumn(ColumnJson.read(column, json));
    }
}
