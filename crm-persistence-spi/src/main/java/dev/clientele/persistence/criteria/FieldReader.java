package dev.clientele.persistence.criteria;

import org.jspecify.annotations.Nullable;

/** How the in-memory interpreter sees a record: the canonical value of a declared field, by name. */
@FunctionalInterface
public interface FieldReader {

    /**
     * The value of the named field.
     *
     * @return a {@code String}, {@code Long}, {@code BigDecimal}, {@code Double}, {@code Boolean}, {@code Instant},
     *     {@code LocalDate} or {@code Set<String>}, or null where the record has no value
     */
    @Nullable
    Object read(String field);
}
