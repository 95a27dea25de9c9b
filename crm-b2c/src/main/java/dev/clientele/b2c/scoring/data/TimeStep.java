package dev.clientele.b2c.scoring.data;

import java.time.LocalDate;

/** The unit in which a model counts time. Parameters such as BG/NBD's alpha are in this unit. */
public enum TimeStep {
    DAY(1),
    WEEK(7),
    /** A twelfth of a mean Gregorian year. */
    MONTH(365.2425 / 12),
    /** A mean Gregorian year. */
    YEAR(365.2425);

    /** The epoch was a Thursday. */
    private static final int DAYS_FROM_MONDAY_TO_EPOCH = 3;

    private final double days;

    TimeStep(double days) {
        this.days = days;
    }

    /** Returns the length in days. */
    public double days() {
        return days;
    }

    /**
     * Converts a time in another unit to this one; weeks from days are exactly days / 7.
     *
     * @param time a length of time
     * @param unit the unit it is in
     */
    public double convert(double time, TimeStep unit) {
        return unit == this ? time : time * unit.days / days;
    }

    /**
     * Returns the number of the calendar period in which a day lies; numbers of neighbours differ by one. Weeks begin on Monday, and
     * months and years are those of the calendar, not of the mean length that {@link #days()} has.
     */
    public long periodNumber(LocalDate day) {
        return switch (this) {
            case DAY -> day.toEpochDay();
            case WEEK -> Math.floorDiv(day.toEpochDay() + DAYS_FROM_MONDAY_TO_EPOCH, 7L);
            case MONTH -> day.getYear() * 12L + day.getMonthValue() - 1;
            case YEAR -> day.getYear();
        };
    }

    /** Returns the number of the last calendar period that is over at the end of a day. */
    public long lastWholePeriod(LocalDate day) {
        return periodNumber(day.plusDays(1)) - 1;
    }
}
