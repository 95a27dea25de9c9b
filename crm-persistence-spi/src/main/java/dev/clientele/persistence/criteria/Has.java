package dev.clientele.persistence.criteria;

import java.time.Instant;
import java.util.Objects;
import java.util.Set;

/**
 * A criteria that a text set has an element; false where the set is empty or missing.
 *
 * @param field name of a declared text-set field
 * @param element the element, compared by code point
 */
public record Has(String field, String element) implements Criteria {

    /** Checks that nothing is null. */
    public Has {
        Objects.requireNonNull(field, "field");
        Objects.requireNonNull(element, "element");
    }

    @Override
    public boolean test(FieldReader record) {
        return record.read(field) instanceof Set<?> set && set.contains(element);
    }

    @Override
    public Criteria resolvedAt(Instant now) {
        return this;
    }
}
