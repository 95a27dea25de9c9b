package dev.clientele.core.tenantfield;

import dev.clientele.core.entity.BodyField;
import dev.clientele.core.entity.Entity;
import dev.clientele.core.value.NamedValues;
import dev.clientele.persistence.criteria.Criteria;
import dev.clientele.persistence.criteria.Operator;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Typed access to a field of a tenant whose values have an order: text by code point, numbers, days.
 *
 * @param <T> the record type
 * @param <V> the type of the values
 */
public final class OrderedTenantField<T extends Entity<T>, V> extends TenantFieldHandle<T, V> {

    OrderedTenantField(
            BodyField<T, NamedValues> field,
            String name,
            Function<V, Object> write,
            Function<Object, @Nullable V> read,
            Function<String, Object> parse) {
        super(field, name, write, read, parse);
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

    private Criteria compare(Operator operator, V value) {
        return Criteria.compare(criteriaName(), operator, toKept(value));
    }
}
