package dev.clientele.b2c.analytics;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Objects;

/**
 * Time in weeks, months, quarters or years of the ISO calendar. Each period has a number; numbers of neighbours differ by
 * one. Immutable and thread-safe.
 */
public final class CalendarGrid {

    private static final int DAYS_IN_WEEK = 7;
    private static final int MONTHS_IN_QUARTER = 3;
    private static final int MONTHS_IN_YEAR = 12;

    private final CalendarUnit unit;
    /** For weeks, the first day of one of them; else not used. */
    private final long anchor;

    private CalendarGrid(CalendarUnit unit, long anchor) {
        this.unit = unit;
        this.anchor = anchor;
    }

    /** Returns periods of a unit; weeks begin on Monday. */
    public static CalendarGrid of(CalendarUnit unit) {
        return unit == CalendarUnit.WEEK ? weeks(DayOfWeek.MONDAY) : new CalendarGrid(Objects.requireNonNull(unit), 0);
    }

    /** Returns calendar months. */
    public static CalendarGrid months() {
        return of(CalendarUnit.MONTH);
    }

    /** Returns weeks that begin on a given day of the week. */
    public static CalendarGrid weeks(DayOfWeek first) {
        LocalDate thursday = LocalDate.EPOCH;
        return new CalendarGrid(
                CalendarUnit.WEEK,
                (long) first.getValue() - thursday.getDayOfWeek().getValue());
    }

    /** Returns the unit: week, month, quarter or year. */
    public CalendarUnit unit() {
        return unit;
    }

    /** Returns the number of the period in which a day lies. */
    public long periodNumber(LocalDate day) {
        return switch (unit) {
            case WEEK -> Math.floorDiv(day.toEpochDay() - anchor, DAYS_IN_WEEK);
            case MONTH -> months(day);
            case QUARTER -> Math.floorDiv(months(day), MONTHS_IN_QUARTER);
            case YEAR -> day.getYear();
        };
    }

    /** Returns the first day of a period. */
    public LocalDate start(long number) {
        return switch (unit) {
            case WEEK -> LocalDate.ofEpochDay(Math.addExact(Math.multiplyExact(number, DAYS_IN_WEEK), anchor));
            case MONTH -> month(number);
            case QUARTER -> month(Math.multiplyExact(number, MONTHS_IN_QUARTER));
            case YEAR -> month(Math.multiplyExact(number, MONTHS_IN_YEAR));
        };
    }

    /** Returns the days of a period. */
    public DayRange range(long number) {
        return DayRange.of(start(number), start(number + 1).minusDays(1));
    }

    /**
     * Returns the name that people give a period: {@code 2011-02}, {@code 2011-Q1}, {@code 2011}; a week by its first
     * day.
     */
    public String label(long number) {
        LocalDate start = start(number);
        return switch (unit) {
            case WEEK -> start.toString();
            case MONTH -> start.toString().substring(0, start.toString().length() - "-01".length());
            case QUARTER -> start.getYear() + "-Q" + ((start.getMonthValue() - 1) / MONTHS_IN_QUARTER + 1);
            case YEAR -> Integer.toString(start.getYear());
        };
    }

    private static long months(LocalDate day) {
        return (long) day.getYear() * MONTHS_IN_YEAR + day.getMonthValue() - 1;
    }

    private static LocalDate month(long months) {
        int year = Math.toIntExact(Math.floorDiv(months, MONTHS_IN_YEAR));
        return LocalDate.of(year, Math.floorMod(months, MONTHS_IN_YEAR) + 1, 1);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof CalendarGrid that && unit == that.unit && anchor == that.anchor;
    }

    @Override
    public int hashCode() {
        return Objects.hash(unit, anchor);
    }

    /** Returns text such as {@code by MONTH}. */
    @Override
    public String toString() {
        return "by " + unit;
    }
}
