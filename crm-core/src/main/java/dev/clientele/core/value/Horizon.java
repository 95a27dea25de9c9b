package dev.clientele.core.value;

import static com.google.common.base.Preconditions.checkArgument;

import dev.clientele.core.error.InvalidValueException;
import dev.clientele.core.error.ViolationCode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The period ahead that a value covers: so many days, weeks, months or years, or without end.
 *
 * <p>A horizon is calendar-true: twelve months from 15 March end on 15 March, leap year or not, and one month from 31
 * January ends on the last day of February. It starts on the given date, which belongs to it, and stops before its end.
 * Twelve months and one year end on the same day but are different horizons. Immutable and thread-safe.
 */
public final class Horizon {
    private static final Horizon INFINITE = new Horizon(null, 0);
    private static final String INFINITE_TEXT = "infinite";
    private static final int MAX_AMOUNT = 100_000;

    private final @Nullable Unit unit;
    private final int amount;

    private Horizon(@Nullable Unit unit, int amount) {
        this.unit = unit;
        this.amount = amount;
    }

    /** Returns a horizon of so many days, 1 to 100,000. */
    public static Horizon days(int days) {
        return of(Unit.DAYS, days);
    }

    /** Returns a horizon of so many weeks of seven days, 1 to 100,000. */
    public static Horizon weeks(int weeks) {
        return of(Unit.WEEKS, weeks);
    }

    /** Returns a horizon of so many calendar months, 1 to 100,000. */
    public static Horizon months(int months) {
        return of(Unit.MONTHS, months);
    }

    /** Returns a horizon of so many calendar years, 1 to 100,000. */
    public static Horizon years(int years) {
        return of(Unit.YEARS, years);
    }

    /** Returns a horizon without end: all the future there is. A model without discounting may refuse it. */
    public static Horizon infinite() {
        return INFINITE;
    }

    private static Horizon of(Unit unit, int amount) {
        checkArgument(
                amount >= 1 && amount <= MAX_AMOUNT, "%s must be 1 to %s, got %s", unit.words, MAX_AMOUNT, amount);
        return new Horizon(unit, amount);
    }

    /** Returns whether this horizon has no end. */
    public boolean isInfinite() {
        return unit == null;
    }

    /** Returns the first day that no longer belongs to the horizon when it starts on a date; empty if there is no end. */
    public Optional<LocalDate> endExclusive(LocalDate start) {
        Objects.requireNonNull(start, "start");
        return unit == null ? Optional.empty() : Optional.of(start.plus(amount, unit.chrono));
    }

    /** Returns whether a date lies within the horizon that starts on {@code start}. */
    public boolean covers(LocalDate start, LocalDate date) {
        return !date.isBefore(start) && endExclusive(start).map(date::isBefore).orElse(true);
    }

    /**
     * Computes the length in years by a day count, from a start date; positive infinity for a horizon without end, the one place
     * where this library returns it.
     */
    public double lengthInYears(LocalDate start, DayCount dayCount) {
        return endExclusive(start).map(end -> dayCount.years(start, end)).orElse(Double.POSITIVE_INFINITY);
    }

    /** Computes the length in days from a start date; empty if there is no end. */
    public Optional<Long> lengthInDays(LocalDate start) {
        return endExclusive(start).map(end -> ChronoUnit.DAYS.between(start, end));
    }

    /** Returns a text for people: {@code 12 months}, {@code 1 week}, {@code without end}. */
    public String describe() {
        if (unit == null) {
            return "without end";
        }
        return amount + " " + (amount == 1 ? unit.word : unit.words);
    }

    /**
     * Reads the text form back.
     *
     * @throws InvalidValueException if the text is not of the form that {@link #toString} writes
     */
    public static Horizon parse(String text) {
        Objects.requireNonNull(text, "text");
        if (text.equals(INFINITE_TEXT)) {
            return INFINITE;
        }
        for (Unit unit : Unit.values()) {
            if (text.matches("P[1-9][0-9]{0,5}" + unit.letter)) {
                return of(unit, Integer.parseInt(text.substring(1, text.length() - 1)));
            }
        }
        throw new InvalidValueException(
                "text", ViolationCode.FORM, "must be of the form P12M, P39W, P90D, P2Y or infinite, got " + text);
    }

    /** Returns the ISO 8601 period, such as {@code P12M} or {@code P39W}; {@code infinite} without end. */
    @Override
    public String toString() {
        return unit == null ? INFINITE_TEXT : "P" + amount + unit.letter;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Horizon horizon && horizon.unit == unit && horizon.amount == amount;
    }

    @Override
    public int hashCode() {
        return Objects.hash(unit, amount);
    }

    private enum Unit {
        DAYS(ChronoUnit.DAYS, "day", "days", 'D'),
        WEEKS(ChronoUnit.WEEKS, "week", "weeks", 'W'),
        MONTHS(ChronoUnit.MONTHS, "month", "months", 'M'),
        YEARS(ChronoUnit.YEARS, "year", "years", 'Y');

        private final ChronoUnit chrono;
        private final String word;
        private final String words;
        private final char letter;

        Unit(ChronoUnit chrono, String word, String words, char letter) {
            this.chrono = chrono;
            this.word = word;
            this.words = words;
            this.letter = letter;
        }
    }
}
