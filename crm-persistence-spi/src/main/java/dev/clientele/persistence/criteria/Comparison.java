package dev.clientele.persistence.criteria;

import java.time.Instant;
import java.util.Objects;

/**
 * A comparison of a field's value with a constant; false where the field has no value (rule C1).
 *
 * @param field name of a declared field that isn't a text set
 * @param operator the comparison
 * @param value a canonical value, or a {@link RelativeTime} until it is resolved
 */
public record Comparison(String field, Operator operator, Object value) implements Criteria {

    /** Checks that nothing is null. */
    public Comparison {
        Objects.requireNonNull(field, "field");
        Objects.requireNonNull(operator, "operator");
        Objects.requireNonNull(value, "value");
    }

    @Override
    public boolean test(FieldReader record) {
        Object found = record.read(field);
        return found != null && operator.accepts(ValueOrder.compare(found, value));
    }

    @Override
    public Criteria resolvedAt(Instant now) {
        return value instanceof RelativeTime time ? new Comparison(field, operator, time.resolveAt(now)) : this;
    }
}
