package dev.clientele.persistence.criteria;

import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * A criteria that a field's value is one of a list; false where the field has no value or the list is empty (rules C1, C5).
 * Lists of 100,000 values are ordinary: a set of ids that another query gave.
 *
 * @param field name of a declared field that isn't a text set
 * @param values canonical values, all of the field's type
 */
public record In(String field, List<Object> values) implements Criteria {

    /** Copies the list. */
    public In {
        Objects.requireNonNull(field, "field");
        values = ConstantList.of(values);
    }

    @Override
    public boolean test(FieldReader record) {
        Object found = record.read(field);
        return found != null && values.contains(found);
    }

    @Override
    public Criteria resolvedAt(Instant now) {
        return this;
    }
}
