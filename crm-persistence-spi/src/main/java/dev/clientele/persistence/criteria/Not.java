package dev.clientele.persistence.criteria;

import java.time.Instant;
import java.util.Objects;

/**
 * The plain negation of a criteria (rule C2): {@code not(AMOUNT.below(10))} holds of a record without amount.
 *
 * @param criteria what must not hold
 */
public record Not(Criteria criteria) implements Criteria {

    /** Checks that nothing is null. */
    public Not {
        Objects.requireNonNull(criteria, "criteria");
    }

    @Override
    public boolean test(FieldReader record) {
        return !criteria.test(record);
    }

    @Override
    public Criteria resolvedAt(Instant now) {
        Criteria resolved = criteria.resolvedAt(now);
        return resolved == criteria ? this : new Not(resolved);
    }
}
