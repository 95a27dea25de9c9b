package dev.clientele.persistence.criteria;

import java.time.Instant;
import java.util.Objects;

/**
 * A criteria that a text starts with a prefix, literally and with regard to case; false where the field has no value.
 *
 * @param field name of a declared text field
 * @param prefix the prefix; empty holds of every present text
 */
public record Prefix(String field, String prefix) implements Criteria {

    /** Checks that nothing is null. */
    public Prefix {
        Objects.requireNonNull(field, "field");
        Objects.requireNonNull(prefix, "prefix");
    }

    @Override
    public boolean test(FieldReader record) {
        return record.read(field) instanceof String text && text.startsWith(prefix);
    }

    @Override
    public Criteria resolvedAt(Instant now) {
        return this;
    }
}
