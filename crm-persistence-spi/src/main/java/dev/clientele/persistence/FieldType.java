package dev.clientele.persistence;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;

/** The types that a declared field can have, each with the one Java class of its canonical values. */
public enum FieldType {
    /** {@code String}: Unicode without NUL and without unpaired surrogates, length limited in code points. */
    TEXT(String.class),
    /** {@code Set<String>} of texts, without order; the empty set is the same as no value. */
    TEXT_SET(Set.class),
    /** {@code Long}: 64 bits, signed. */
    INTEGER(Long.class),
    /** {@code BigDecimal} at the declared scale, at most 18 digits in all. */
    DECIMAL(BigDecimal.class),
    /** {@code Boolean}. */
    BOOLEAN(Boolean.class),
    /** {@code Double}, finite; minus zero is stored as zero. */
    REAL(Double.class),
    /** {@code Instant} in whole microseconds, from 0001-01-01T00:00:00Z to 9999-12-31T23:59:59.999999Z. */
    INSTANT(Instant.class),
    /** {@code LocalDate} from 0001-01-01 to 9999-12-31. */
    DATE(LocalDate.class);

    private final Class<?> valueClass;

    FieldType(Class<?> valueClass) {
        this.valueClass = valueClass;
    }

    /** Returns the class of this type's canonical values. */
    public Class<?> valueClass() {
        return valueClass;
    }

    /** Tells whether values can be compared and sorted: all but text sets. */
    public boolean ordered() {
        return this != TEXT_SET;
    }

    /** Tells whether values can be summed. */
    public boolean summable() {
        return this == INTEGER || this == DECIMAL || this == REAL;
    }
}
