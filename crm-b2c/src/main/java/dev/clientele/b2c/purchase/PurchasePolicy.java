package dev.clientele.b2c.purchase;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Objects;

/**
 * The policy by which a tenant's purchases are read: on which day an instant falls, what purchases of one day count as,
 * and what refunds do.
 *
 * <p>The zone goes into each purchase history as it is kept; the rule is applied when a history is read, so that it may be
 * changed at any time. Purchases count however late and in whatever order they arrive.
 *
 * @param zone the place whose days count: the tenant's, unless its shop is elsewhere
 * @param rule what counts as a purchase
 */
public record PurchasePolicy(ZoneId zone, CountingRule rule) {

    /** Refuses nulls. */
    public PurchasePolicy {
        Objects.requireNonNull(zone, "zone");
        Objects.requireNonNull(rule, "rule");
    }

    /**
     * Returns the policy that holds until another is adopted: days in UTC, at most one purchase a day, refunds undo
     * purchases.
     */
    public static PurchasePolicy standard() {
        return new PurchasePolicy(ZoneOffset.UTC, CountingRule.standard());
    }

    /** Returns a copy with the days of another place. */
    public PurchasePolicy withZone(ZoneId place) {
        return new PurchasePolicy(place, rule);
    }

    /** Returns a copy with another rule. */
    public PurchasePolicy withCountingRule(CountingRule other) {
        return new PurchasePolicy(zone, other);
    }

    /** Returns the clock that tells on which day an instant falls. */
    public PurchaseClock clock() {
        return PurchaseClock.inZone(zone);
    }
}
