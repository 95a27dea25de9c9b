package dev.clientele.b2c.scoring.data;

/** The unit in which a model counts time. Parameters such as BG/NBD's alpha are in this unit. */
public enum TimeStep {
    DAY(1),
    WEEK(7),
    /** A twelfth of a mean Gregorian year. */
    MONTH(365.2425 / 12),
    /** A mean Gregorian year. */
    YEAR(365.2425);

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
}
