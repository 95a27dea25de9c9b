package dev.clientele.b2b.insight.forecast;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Objects;
import java.util.OptionalDouble;
import org.joda.money.Money;

/**
 * What is won of what was to be won, and what is still to come. All amounts are in one currency. Pure.
 *
 * @param quota what is to be won
 * @param won what is won
 * @param commit what is won or promised
 * @param weighted what is expected
 * @param open what all open deals are worth
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

    /** How a forecast in the quota's currency stands against it. */
    public static QuotaAttainment of(Money quota, Forecast<?> forecast) {
        return new QuotaAttainment(quota, forecast.closed(), forecast.commit(), forecast.weighted(), forecast.open());
    }

    /** What is missing; zero if the quota is reached. */
    public Money gap() {
        return quota.isGreaterThan(won) ? quota.minus(won) : Money.zero(quota.getCurrencyUnit());
    }

    /** The share of the quota that is won; empty if the quota is zero. */
    public OptionalDouble attainedShare() {
        return share(won, quota);
    }

    /** How many times over the open deals cover what is missing; empty if nothing is. */
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
