package dev.clientele.b2b.insight.analytics;

import dev.clientele.core.value.MoneyTotals;
import java.util.Objects;

/**
 * The number and the amount of deals. Immutable and thread-safe.
 *
 * @param deals the number of deals, those without an amount included
 * @param amount the sum of their amounts, each currency by itself
 */
public record DealTotals(long deals, MoneyTotals amount) {

    /** The totals of no deal. */
    public static final DealTotals NONE = new DealTotals(0, MoneyTotals.empty());

    /** Checks the number. */
    public DealTotals {
        Objects.requireNonNull(amount, "amount");
        if (deals < 0) {
            throw new IllegalArgumentException("deals must be zero or more, got " + deals);
        }
    }

    /** Returns these totals with others added. */
    public DealTotals plus(DealTotals other) {
        if (other.deals == 0) {
            return this;
        }
        return deals == 0 ? other : new DealTotals(deals + other.deals, amount.plus(other.amount));
    }
}
