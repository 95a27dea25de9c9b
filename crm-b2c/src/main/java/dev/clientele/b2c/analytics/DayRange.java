package dev.clientele.b2c.analytics;

import java.time.LocalDate;

/**
 * A run of days, both ends in it.
 *
 * @param firstInclusive the first day
 * @param lastInclusive the last day, not before the first
 */
public record DayRange(LocalDate firstInclusive, LocalDate lastInclusive) {

    /** Checks the order. */
    public DayRange {
        if (lastInclusive.isBefore(firstInclusive)) {
            throw new IllegalArgumentException(
                    "lastInclusive must not be before " + firstInclusive + ", was " + lastInclusive);
        }
    }

    /** Returns the days from one to another, both included. */
    public static DayRange of(LocalDate firstInclusive, LocalDate lastInclusive) {
        return new DayRange(firstInclusive, lastInclusive);
    }

    /** Returns whether the day is one of them. */
    public boolean contains(LocalDate day) {
        return !day.isBefore(firstInclusive) && !day.isAfter(lastInclusive);
    }

    /** Returns the number of days, 1 or more. */
    public long length() {
        return lastInclusive.toEpochDay() - firstInclusive.toEpochDay() + 1;
    }

    /** Returns text such as {@code 2011-01-01 to 2011-06-30}. */
    @Override
    public String toString() {
        return firstInclusive + " to " + lastInclusive;
    }
}
