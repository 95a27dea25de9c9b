package dev.clientele.core.entity;

import dev.clientele.core.codec.ColumnCodec;
import dev.clientele.persistence.DeclaredField;
import dev.clientele.persistence.criteria.Criteria;
import dev.clientele.persistence.criteria.Operator;
import dev.clientele.persistence.criteria.RelativeTime;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * A number, an instant or a date.
 *
 * <p>Decimals are exact at their declared scale; reals are finite; instants are kept in whole microseconds.
 *
 * @param <T> the record type that declares it
 * @param <V> {@code Long}, {@code BigDecimal}, {@code Double}, {@code Instant} or {@code LocalDate}
 */
public final class OrderedField<T, V> extends ColumnField<T, V> {

    private final Class<V> valueClass;

    OrderedField(DeclaredField column, Class<V> valueClass, Set<Trait> traits, UnaryOperator<V> rule) {
        super(new ColumnCodec<>(header(column.name(), traits), column, rule, value -> value, valueClass::cast), traits);
        this.valueClass = valueClass;
    }

    /** Returns criteria for the records whose value is strictly less. */
    public Criteria below(V value) {
        return compare(Operator.BELOW, value);
    }

    /** Returns criteria for the records whose value is less or the same. */
    public Criteria atMost(V value) {
        return compare(Operator.AT_MOST, value);
    }

    /** Returns criteria for the records whose value is strictly greater. */
    public Criteria above(V value) {
        return compare(Operator.ABOVE, value);
    }

    /** Returns criteria for the records whose value is greater or the same. */
    public Criteria atLeast(V value) {
        return compare(Operator.AT_LEAST, value);
    }

    /** Returns criteria for the records whose value is in a half-open range. */
    public Criteria between(V startInclusive, V endExclusive) {
        return atLeast(startInclusive).and(below(endExclusive));
    }

    /**
     * Returns criteria that compare with a time relative to the moment of the query.
     *
     * @throws IllegalArgumentException if this field is no instant and the time is one, or likewise for dates
     */
    public Criteria compare(Operator operator, RelativeTime time) {
        if (valueClass != (time.asDate() ? LocalDate.class : Instant.class)) {
            throw new IllegalArgumentException("the field " + name() + " holds " + valueClass.getSimpleName() + "s");
        }
        return Criteria.compare(name(), operator, time);
    }

    private Criteria compare(Operator operator, V value) {
        return Criteria.compare(name(), operator, toColumn(value));
    }
}
