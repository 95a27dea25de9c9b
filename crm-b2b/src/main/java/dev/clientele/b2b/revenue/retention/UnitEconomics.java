package dev.clientele.b2b.revenue.retention;

import dev.clientele.core.value.DiscountRate;
import dev.clientele.core.value.LifetimeValue;
import java.math.RoundingMode;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * What winning a customer costs and what it then leaves each month, and whether that pays. Pure; immutable and thread-safe.
 *
 * @param cost of winning the customer, zero or more
 * @param monthlyMargin what the customer leaves each month, in the same currency, at the end of the month; may be negative
 */
public record UnitEconomics(Money cost, Money monthlyMargin) {

    private static final int MONTHS = 12;
    /** A thousand years: what takes longer isn't paid back. */
    private static final int MAX_MONTHS = 12_000;

    /** Checks that the amounts are in one currency and the cost isn't negative. */
    public UnitEconomics {
        Objects.requireNonNull(cost, "cost");
        if (!monthlyMargin.getCurrencyUnit().equals(cost.getCurrencyUnit())) {
            throw new IllegalArgumentException(
                    "monthlyMargin must be in " + cost.getCurrencyUnit() + ", got " + monthlyMargin.getCurrencyUnit());
        }
        if (cost.isNegative()) {
            throw new IllegalArgumentException("cost must not be negative, got " + cost);
        }
    }

    /**
     * A customer as costly to win as the mean of those that a time's spending on sales and marketing has won.
     *
     * @param spending of a time, zero or more
     * @param customers how many were won in it, 1 or more
     * @param monthlyRevenue what one pays a month
     * @param margin share of it that is kept, above 0 and at most 1
     */
    public static UnitEconomics ofMean(Money spending, long customers, Money monthlyRevenue, double margin) {
        if (customers < 1) {
            throw new IllegalArgumentException("customers must be 1 or more, got " + customers);
        }
        if (!(margin > 0 && margin <= 1)) {
            throw new IllegalArgumentException("margin must be above 0 and at most 1, got " + margin);
        }
        return new UnitEconomics(
                spending.dividedBy(customers, RoundingMode.HALF_EVEN),
                monthlyRevenue.multipliedBy(margin, RoundingMode.HALF_EVEN));
    }

    /**
     * After how many months the customer, who stays, has left what it cost; 0 if it cost nothing, empty if never (or not in a
     * thousand years).
     */
    public OptionalInt paybackMonths() {
        return paybackMonths(DiscountRate.ZERO);
    }

    /**
     * The same with later money counting for less: the first month {@code n} with {@code margin · Σ v(k/12) ≥ cost} over {@code k = 1, …, n}.
     *
     * @param rate at which it does
     */
    public OptionalInt paybackMonths(DiscountRate rate) {
        return payback(rate, null);
    }

    /**
     * The same of customers who don't all stay: month {@code k} counts with the share of those who are still there.
     *
     * @param rate at which later money counts for less
     * @param retention how likely customers stay from month to month
     */
    public OptionalInt paybackMonths(DiscountRate rate, RetentionModel retention) {
        return payback(rate, Objects.requireNonNull(retention, "retention"));
    }

    private OptionalInt payback(DiscountRate rate, @Nullable RetentionModel retention) {
        double due = cost.getAmount().doubleValue();
        double margin = monthlyMargin.getAmount().doubleValue();
        if (due == 0) {
            return OptionalInt.of(0);
        } else if (margin <= 0) {
            return OptionalInt.empty();
        }
        double months = due / margin;
        double factors = 0;
        for (int month = 1; month <= MAX_MONTHS; month++) {
            double there = retention == null ? 1 : retention.survival(month - 1);
            factors += rate.discountFactor((double) month / MONTHS) * there;
            if (factors >= months * (1 - 1e-12)) {
                return OptionalInt.of(month);
            }
        }
        return OptionalInt.empty();
    }

    /**
     * How many times what a customer is worth covers what winning it cost (LTV to CAC): received and expected margin by that
     * cost; empty if it cost nothing.
     */
    public static OptionalDouble lifetimeValueToCost(LifetimeValue value) {
        Money worth = value.historic().plus(value.residual());
        return ratio(worth, value.acquisitionCost());
    }

    /**
     * What new recurring revenue leaves in a year for each unit of money that was spent on winning it (CAC ratio): {@code 12 ·
     * gained · margin / spending}; empty if nothing was spent.
     *
     * @param gained what customers who were won in a time pay a month; see {@code RevenueMovements.gained}
     * @param margin share of it that is kept, above 0 and at most 1
     * @param spending on sales and marketing in that time, in the same currency
     */
    public static OptionalDouble acquisitionCostRatio(Money gained, double margin, Money spending) {
        if (!(margin > 0 && margin <= 1)) {
            throw new IllegalArgumentException("margin must be above 0 and at most 1, got " + margin);
        }
        OptionalDouble ratio = ratio(gained.multipliedBy(MONTHS), spending);
        return ratio.isEmpty() ? ratio : OptionalDouble.of(ratio.getAsDouble() * margin);
    }

    private static OptionalDouble ratio(Money of, Money by) {
        if (!of.getCurrencyUnit().equals(by.getCurrencyUnit())) {
            throw new IllegalArgumentException(
                    "amounts must be in one currency, got " + of.getCurrencyUnit() + " and " + by.getCurrencyUnit());
        }
        return by.isZero()
                ? OptionalDouble.empty()
                : OptionalDouble.of(
                        of.getAmount().doubleValue() / by.getAmount().doubleValue());
    }
}
