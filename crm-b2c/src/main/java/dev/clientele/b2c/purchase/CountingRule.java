package dev.clientele.b2c.purchase;

import java.util.Objects;

/**
 * The rule of what counts as a purchase.
 *
 * @param sameDay how purchases of one day count
 * @param refunds what refunds do
 */
public record CountingRule(SameDay sameDay, Refunds refunds) {
    public CountingRule {
        Objects.requireNonNull(sameDay, "sameDay");
        Objects.requireNonNull(refunds, "refunds");
    }

    /** Returns the standard rule: one purchase a day at most; what was wholly refunded is no purchase. */
    public static CountingRule standard() {
        return new CountingRule(SameDay.ONE_PURCHASE, Refunds.UNDO_PURCHASE);
    }
}
