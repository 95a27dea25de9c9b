package dev.clientele.b2b.insight.analytics;

import java.util.OptionalDouble;
import org.joda.money.Money;

/**
 * The counts and values of deals won and lost in some time. Immutable and thread-safe.
 *
 * @param won how many deals were won
 * @param lost how many were lost
 * @param wonValue the value of the won deals, each converted at the rate of its close date, rounded once
 * @param lostValue the value of the lost ones, in the same currency
 * @param wonDays how many days the won deals took, all together
 * @param lostDays how many days the lost ones took, all together
 */
public record ClosedDeals(long won, long lost, Money wonValue, Money lostValue, long wonDays, long lostDays) {

    /** Checks numbers and currencies. */
    public ClosedDeals {
        if (won < 0 || lost < 0 || wonDays < 0 || lostDays < 0) {
            throw new IllegalArgumentException("numbers must be zero or more, got " + won + " and " + lost + " deals, "
                    + wonDays + " and " + lostDays + " days");
        }
        if (!wonValue.getCurrencyUnit().equals(lostValue.getCurrencyUnit())) {
            throw new IllegalArgumentException("wonValue and lostValue must be in one currency, got "
                    + wonValue.getCurrencyUnit() + " and " + lostValue.getCurrencyUnit());
        }
    }

    /**
     * Returns the share of won among closed deals; empty until one was lost: where nobody writes losses down, every deal that is
     * closed is a won one, and a share of 1 would say nothing of the next.
     */
    public OptionalDouble winRate() {
        return DealOutcomes.winRate(won, lost);
    }

    /** Returns the mean number of days that a won deal took; empty if none was won. */
    public OptionalDouble meanWonDays() {
        return mean(wonDays, won);
    }

    /** Returns the mean number of days that a lost deal took; empty if none was lost. */
    public OptionalDouble meanLostDays() {
        return mean(lostDays, lost);
    }

    private static OptionalDouble mean(long sum, long count) {
        return count == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) sum / count);
    }
}
