package dev.clientele.core.entity;

import dev.clientele.core.codec.ColumnCodec;
import dev.clientele.persistence.criteria.Criteria;
import dev.clientele.persistence.criteria.ValueOrder;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A field that is kept in one column of its own, so that it can be compared, sorted by and grouped by.
 *
 * @param <T> the record type that declares it
 * @param <V> the type of its values
 */
public abstract class ColumnField<T, V> extends Field<T, V> {

    private final ColumnCodec<V> codec;

    ColumnField(ColumnCodec<V> codec, Set<Trait> traits) {
        super(codec, traits);
        this.codec = codec;
    }

    /** Returns criteria for the records whose value is this. */
    public Criteria is(V value) {
        return Criteria.equal(name(), toColumn(value));
    }

    /** Returns criteria for the records whose value is missing or another: the plain negation of {@link #is}. */
    public final Criteria isNot(V value) {
        return is(value).negate();
    }

    /** Returns criteria for the records whose value is one of these, in any order; for none if the collection is empty. */
    public final Criteria in(Collection<? extends V> values) {
        List<Object> constants = new ArrayList<>(values.size());
        for (V value : values) {
            constants.add(toColumn(value));
        }
        constants.sort(ValueOrder::compare);
        return Criteria.in(name(), constants);
    }

    /** Returns the value that a column value stands for, such as the key of a group; null for a missing one. */
    public final @Nullable V valueOf(@Nullable Object columnValue) {
        return columnValue == null ? null : codec.fromColumn(columnValue);
    }

    /** Returns the canonical column value of a value, checked. */
    final Object toColumn(V value) {
        return codec.toColumn(check(value));
    }
}
