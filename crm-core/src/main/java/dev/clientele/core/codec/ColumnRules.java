package dev.clientele.core.codec;

import dev.clientele.core.error.InvalidValueException;
import dev.clientele.core.error.Violation;
import dev.clientele.core.error.ViolationCode;
import dev.clientele.persistence.DeclaredField;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** The rules for the values of fields: whatever passes comes back from storage as it went in. */
public final class ColumnRules {

    private static final Instant MIN_INSTANT = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant INSTANT_END_EXCLUSIVE =
            Instant.parse("9999-12-31T23:59:59.999999Z").plus(1, ChronoUnit.MICROS);
    private static final LocalDate MIN_DATE = LocalDate.of(1, 1, 1);
    private static final LocalDate MAX_DATE = LocalDate.of(9999, 12, 31);

    private ColumnRules() {}

    /** Returns the same number at this scale. */
    public static BigDecimal decimal(String name, BigDecimal value, int scale) {
        // Looked at before scaling: a short text such as 1E+999999999 would become a billion digits by it.
        if (value.signum() != 0 && (long) value.precision() - value.scale() > DeclaredField.MAX_DIGITS - scale) {
            throw digits(name, DeclaredField.MAX_DIGITS - scale, "before");
        }
        if (value.signum() == 0) {
            return BigDecimal.valueOf(0, scale);
        }
        if ((long) value.scale() - scale >= value.precision()) {
            throw digits(name, scale, "after");
        }
        try {
            return value.setScale(scale, RoundingMode.UNNECESSARY);
        } catch (ArithmeticException moreDigits) {
            throw digits(name, scale, "after");
        }
    }

    private static InvalidValueException digits(String name, int most, String place) {
        return new InvalidValueException(new Violation(
                        name, ViolationCode.DIGITS, "must have at most " + most + " digits " + place + " the point")
                .with("max", most)
                .with("where", place));
    }

    /** Returns the finite number, minus zero as zero. */
    public static Double real(String name, Double value) {
        if (!Double.isFinite(value)) {
            throw new InvalidValueException(
                    new Violation(name, ViolationCode.FORM, "must be a finite number").with("form", "a finite number"));
        }
        return value == 0 ? Double.valueOf(0.0) : value;
    }

    /** Returns the instant in whole microseconds. */
    public static Instant instant(String name, Instant value) {
        if (value.isBefore(MIN_INSTANT) || !value.isBefore(INSTANT_END_EXCLUSIVE)) {
            throw beyondYears(name);
        }
        return value.truncatedTo(ChronoUnit.MICROS);
    }

    /** Returns the date if it lies in the years that storage keeps. */
    public static LocalDate date(String name, LocalDate value) {
        if (value.isBefore(MIN_DATE) || value.isAfter(MAX_DATE)) {
            throw beyondYears(name);
        }
        return value;
    }

    private static InvalidValueException beyondYears(String name) {
        return new InvalidValueException(new Violation(name, ViolationCode.RANGE, "must lie in the years 0001 to 9999")
                .with("min", "0001")
                .with("max", "9999"));
    }

    /** Returns a copy of the list if it has at most {@code limit} entries and no null among them. */
    public static <V> List<V> list(String name, List<V> values, int limit) {
        if (values.size() > limit) {
            throw tooMany(name, limit, "entries", values.size());
        }
        for (int i = 0; i < values.size(); i++) {
            if (values.get(i) == null) {
                throw new InvalidValueException(name + "[" + i + "]", ViolationCode.REQUIRED, "must not be null");
            }
        }
        return List.copyOf(values);
    }

    /** Returns an exception of more elements than there may be. */
    static InvalidValueException tooMany(String name, int most, String elements, int got) {
        return new InvalidValueException(new Violation(
                        name, ViolationCode.TOO_MANY, "must have at most " + most + ' ' + elements + ", got " + got)
                .with("max", most)
                .with("got", got));
    }
}
