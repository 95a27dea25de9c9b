package dev.clientele.persistence.criteria;

import java.time.Instant;
import java.util.Objects;

/**
 * A criteria that a text contains a part, literally and with regard to case; false where the field has no value.
 *
 * @param field name of a declared text field
 * @param part the part; empty is in every present text
 */
public record Containing(String field, String part) implements Criteria {

    /** Checks that nothing is null. */
    public Containing {
        Objects.requireNonNull(field, "field");
        Objects.requireNonNull(part, "part");
    }

    @Override
    public boolean test(FieldReader record) {
        return record.read(field) instanceof String text && text.contains(part);
    }

    @Override
    public Criteria resolvedAt(Instant now) {
        return this;
    }
}
