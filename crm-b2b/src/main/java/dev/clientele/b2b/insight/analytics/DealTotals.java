package dev.clientele.b2b.insight.analytics;

import dev.clientele.core.value.MoneyTotals;
import java.util.Objects;

/**
 * How many deals there are and what they are worth. Immutable and thread-safe.
 *
 * @param deals how many, those without an amount included
 * @param amount what they are worth, each currency by itself
 */
public record DealTotals(long deals, MoneyTotals amount) {

    /** No deals. */
    public static final DealTotals NONE = new DealTotals(0, MoneyTotals.empty());

    /** Checks the number. */
    public DealTotals {
        Objects.requireNonNull(amount, "amount");
        if (deals < 0) {
            throw new IllegalArgumentException("deals must be zero or more, got " + deals);
        }
    }

    /** These and others. */
    public DealTotals plus(DealTotals other) {
        if (other.deals == 0) {
            return this;
        }
        return deals == 0 ? other : new DealTotals(deals + other.deals, amount.plus(other.amount));
    }
}
