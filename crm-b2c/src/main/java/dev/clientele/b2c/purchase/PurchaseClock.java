package dev.clientele.b2c.purchase;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Objects;
import java.util.Optional;

/**
 * On which day a purchase falls and whether it arrived in time. Looks at one purchase alone, so that the answer never
 * depends on what arrived before it. Immutable.
 */
public final class PurchaseClock {
    private final ZoneId zone;
    private final Optional<Duration> patience;

    private PurchaseClock(ZoneId zone, Optional<Duration> patience) {
        this.zone = Objects.requireNonNull(zone, "zone");
        this.patience = patience;
    }

    /**
     * Creates a clock of the days at a place; purchases count however late they are reported.
     *
     * @param zone the place, usually the shop's
     */
    public static PurchaseClock inZone(ZoneId zone) {
        return new PurchaseClock(zone, Optional.empty());
    }

    /**
     * Returns a clock of the same days by which purchases reported later than this after they happened don't count.
     *
     * @param limit 0 or more
     */
    public PurchaseClock reportedWithin(Duration limit) {
        if (limit.isNegative()) {
            throw new IllegalArgumentException("limit must not be negative, was " + limit);
        }
        return new PurchaseClock(zone, Optional.of(limit));
    }

    /** Returns the place whose days count. */
    public ZoneId zone() {
        return zone;
    }

    /** Returns the day on which something happened. */
    public LocalDate dayOf(Instant occurredAt) {
        return LocalDate.ofInstant(occurredAt, zone);
    }

    /** Returns whether something that happened then and was reported then still counts. */
    public boolean isCounted(Instant occurredAt, Instant recordedAt) {
        return patience.map(limit -> Duration.between(occurredAt, recordedAt).compareTo(limit) <= 0)
                .orElse(true);
    }
}
