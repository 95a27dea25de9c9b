package dev.clientele.b2c.analytics;

/** A unit by which the calendar divides time. */
public enum CalendarUnit {
    /** Seven days, from Monday unless said otherwise. */
    WEEK,
    /** A calendar month. */
    MONTH,
    /** Three calendar months, the first quarter from January. */
    QUARTER,
    /** A calendar year. */
    YEAR
}
