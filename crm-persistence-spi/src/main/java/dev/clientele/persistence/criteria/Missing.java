package dev.clientele.persistence.criteria;

import java.time.Instant;
import java.util.Objects;
import java.util.Set;

/**
 * A criteria that a field has no value. An empty text set counts as missing, so that a database need not tell the two apart.
 *
 * @param field name of any declared field
 */
public record Missing(String field) implements Criteria {

    /** Checks that nothing is null. */
    public Missing {
        Objects.requireNonNull(field, "field");
    }

    @Override
    public boolean test(FieldReader record) {
        Object found = record.read(field);
        return found == null || (found instanceof Set<?> set && set.isEmpty());
    }

    @Override
    public Criteria resolvedAt(Instant now) {
        return this;
    }
}
