package dev.clientele.persistence.criteria;

import org.jspecify.annotations.Nullable;

/** Read access to a record's canonical field values by name. */
@FunctionalInterface
public interface FieldReader {

    /**
     * Reads the value of the named field.
     *
     * @return a {@code String}, {@code Long}, {@code BigDecimal}, {@code Double}, {@code Boolean}, {@code Instant},
     *     {@code LocalDate} or {@code Set<String>}, or null where the record has no value
     */
    @Nullable
    Object read(String field);
}
