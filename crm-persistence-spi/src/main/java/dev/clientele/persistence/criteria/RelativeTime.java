package dev.clientele.persistence.criteria;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Objects;

/**
 * A point in time relative to the moment at which a criteria is evaluated: "90 days ago", "at the start of today in Berlin".
 *
 * <p>It stands as the operand of a {@link Comparison} on an instant or a date and is replaced by a constant through {@link
 * Criteria#resolvedAt} before any adapter sees it. Calendar parts are applied first, in the zone, then the exact duration.
 *
 * @param period calendar part, may be negative or zero
 * @param duration exact part, may be negative or zero
 * @param zone the zone in which days and months are counted
 * @param asDate true if it resolves to a {@link LocalDate} in that zone instead of an {@link Instant}
 */
public record RelativeTime(Period period, Duration duration, ZoneId zone, boolean asDate) {

    /** Checks that nothing is null. */
    public RelativeTime {
        Objects.requireNonNull(period, "period");
        Objects.requireNonNull(duration, "duration");
        Objects.requireNonNull(zone, "zone");
    }

    /** Returns the instant that lies {@code duration} after now (before, if negative). */
    public static RelativeTime instant(Duration duration) {
        return new RelativeTime(Period.ZERO, duration, java.time.ZoneOffset.UTC, false);
    }

    /** Returns the date that lies {@code period} after today in {@code zone} (before, if negative). */
    public static RelativeTime date(Period period, ZoneId zone) {
        return new RelativeTime(period, Duration.ZERO, zone, true);
    }

    /**
     * Returns the constant that this stands for at {@code now}.
     *
     * @return an {@link Instant} or a {@link LocalDate}
     */
    public Object resolveAt(Instant now) {
        ZonedDateTime time = now.atZone(zone).plus(period).plus(duration);
        return asDate ? time.toLocalDate() : time.toInstant();
    }
}
