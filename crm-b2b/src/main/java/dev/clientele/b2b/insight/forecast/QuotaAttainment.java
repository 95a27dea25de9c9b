package dev.clientele.b2b.insight.forecast;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Objects;
import java.util.OptionalDouble;
import org.joda.money.Money;

/**
 * The attainment of a quota: the amounts won, committed, expected and open against it. All amounts are in one currency.
 * Pure.
 *
 * @param quota the amount to be won
 * @param won the amount won
 * @param commit the amount won or committed
 * @param weighted the weighted amount
 * @param open the amount of all open deals
 */
public record QuotaAttainment(Money quota, Money won, Money commit, Money weighted, Money open) {

    /** Checks that all are in one currency. */
    public QuotaAttainment {
        for (Money amount : new Money[] {won, commit, weighted, open}) {
            if (!Objects.requireNonNull(amount).getCurrencyUnit().equals(quota.getCurrencyUnit())) {
                throw new IllegalArgumentException(
                        "amounts must be in " + quota.getCurrencyUnit() + ", got one in " + amount.getCurrencyUnit());
            }
        }
    }

    /** Returns the attainment of a quota by a forecast in its currency. */
    public static QuotaAttainment of(Money quota, Forecast<?> forecast) {
        return new QuotaAttainment(quota, forecast.closed(), forecast.commit(), forecast.weighted(), forecast.open());
    }

    /** Returns the amount missing; zero if the quota is reached. */
    public Money gap() {
        return quota.isGreaterThan(won) ? quota.minus(won) : Money.zero(quota.getCurrencyUnit());
    }

    /** Returns the share of the quota that is won; empty if the quota is zero. */
    public OptionalDouble attainedShare() {
        return share(won, quota);
    }

    /** Returns the coverage: the amount of open deals over the amount missing; empty if nothing is missing. */
    public OptionalDouble coverage() {
        return share(open, gap());
    }

    private static OptionalDouble share(Money part, Money whole) {
        if (whole.isZero()) {
            return OptionalDouble.empty();
        }
        BigDecimal share = part.getAmount().divide(whole.getAmount(), MathContext.DECIMAL64);
        return OptionalDouble.of(share.doubleValue());
    }
}
