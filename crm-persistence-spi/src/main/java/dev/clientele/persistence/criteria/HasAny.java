package dev.clientele.persistence.criteria;

import java.time.Instant;
import java.util.Collections;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/**
 * A criteria that a text set has at least one of some elements; false where the set is empty or missing, or no element is
 * asked for. The same as a {@link Has} for each of them, joined by "or", and one question to an index.
 *
 * @param field name of a declared text-set field
 * @param elements the elements, compared by code point; kept in ascending order of {@link String#compareTo}
 */
public record HasAny(String field, Set<String> elements) implements Criteria {

    /** Copies the set. */
    public HasAny {
        Objects.requireNonNull(field, "field");
        elements = Collections.unmodifiableSet(new TreeSet<>(elements));
    }

    @Override
    public boolean test(FieldReader record) {
        return record.read(field) instanceof Set<?> set && !Collections.disjoint(elements, set);
    }

    @Override
    public Criteria resolvedAt(Instant now) {
        return this;
    }
}
