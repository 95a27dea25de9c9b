package dev.clientele.b2b.insight.analytics;

import java.util.OptionalDouble;
import org.joda.money.Money;

/**
 * What was won and lost in some time, in short. Immutable and thread-safe.
 *
 * @param won how many deals were won
 * @param lost how many were lost
 * @param wonValue what the won deals are worth, each converted at the rate of its close date, rounded once
 * @param lostValue what the lost ones were worth, in the same currency
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

    /** The share of won among closed deals; empty if none was closed. */
    public OptionalDouble winRate() {
        return mean(won, won + lost);
    }

    /** How many days a won deal took in the mean; empty if none was won. */
    public OptionalDouble meanWonDays() {
        return mean(wonDays, won);
    }

    /** How many days a lost deal took in the mean; empty if none was lost. */
    public OptionalDouble meanLostDays() {
        return mean(lostDays, lost);
    }

    private static OptionalDouble mean(long sum, long count) {
        return count == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) sum / count);
    }
}
