package dev.clientele.core.entity;

import dev.clientele.persistence.DeclaredField;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** What the values of fields may be, so that whatever passes comes back from storage as it went in. */
final class ColumnRules {

    private static final Instant MIN_INSTANT = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant INSTANT_END_EXCLUSIVE =
            Instant.parse("9999-12-31T23:59:59.999999Z").plus(1, ChronoUnit.MICROS);
    private static final LocalDate MIN_DATE = LocalDate.of(1, 1, 1);
    private static final LocalDate MAX_DATE = LocalDate.of(9999, 12, 31);

    private ColumnRules() {}

    /** The same number at this scale. */
    static BigDecimal decimal(String name, BigDecimal value, int scale) {
        // Looked at before scaling: a short text such as 1E+999999999 would become a billion digits by it.
        if (value.signum() != 0 && (long) value.precision() - value.scale() > DeclaredField.MAX_DIGITS - scale) {
            throw new IllegalArgumentException(
                    name + " must have at most " + (DeclaredField.MAX_DIGITS - scale) + " digits before the point");
        }
        if (value.signum() == 0) {
            return BigDecimal.valueOf(0, scale);
        }
        String reason = name + " must have at most " + scale + " digits after the point";
        if ((long) value.scale() - scale >= value.precision()) {
            throw new IllegalArgumentException(reason);
        }
        try {
            return value.setScale(scale, RoundingMode.UNNECESSARY);
        } catch (ArithmeticException e) {
            throw new IllegalArgumentException(reason, e);
        }
    }

    static Double real(String name, Double value) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException(name + " must be a finite number");
        }
        return value == 0 ? Double.valueOf(0.0) : value;
    }

    static Instant instant(String name, Instant value) {
        if (value.isBefore(MIN_INSTANT) || !value.isBefore(INSTANT_END_EXCLUSIVE)) {
            throw new IllegalArgumentException(name + " must lie in the years 0001 to 9999");
        }
        return value.truncatedTo(ChronoUnit.MICROS);
    }

    static LocalDate date(String name, LocalDate value) {
        if (value.isBefore(MIN_DATE) || value.isAfter(MAX_DATE)) {
            throw new IllegalArgumentException(name + " must lie in the years 0001 to 9999");
        }
        return value;
    }

    static <V> List<V> list(String name, List<V> values, int limit) {
        if (values.size() > limit) {
            throw new IllegalArgumentException(name + " must have at most " + limit + " entries, got " + values.size());
        }
        for (int i = 0; i < values.size(); i++) {
            if (values.get(i) == null) {
                throw new IllegalArgumentException(name + "[" + i + "] must not be null");
            }
        }
        return List.copyOf(values);
    }
}
