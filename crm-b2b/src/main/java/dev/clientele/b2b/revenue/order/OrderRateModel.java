package dev.clientele.b2b.revenue.order;

import dev.clientele.core.value.DayCount;
import dev.clientele.core.value.Discounting;
import dev.clientele.core.value.Evidence;
import dev.clientele.core.value.ExchangeRates;
import dev.clientele.core.value.Horizon;
import dev.clientele.core.value.LifetimeValue;
import dev.clientele.core.value.LifetimeValueModel;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/**
 * A model that values an account as if it went on ordering as often and for as much as so far, fewer accounts of its
 * kind staying each year.
 *
 * <p>With {@code n} orders of mean amount {@code m} and standard deviation {@code s}, the first one {@code T} years
 * before the day of the answer (at least one year is taken, so that a hasty start isn't extrapolated):
 *
 * <pre>
 * rate      λ = (n − 1) / max(T, 1)                       repeat orders in a year
 * weight    A(H) = ∫ (r·v)^t dt from 0 to H = (1 − (r·v)^H) / −ln(r·v)
 * residual  margin · m · λ · A(H)
 * variance  margin² · [ (m² + s²) · λ · A(H)  +  m² · A(H)² · λ / max(T, 1) ]
 * </pre>
 *
 * where {@code r} is the share of such accounts that stay for another year and {@code v} one year's discount factor.
 * The first term of the variance is that of a compound Poisson sum, the second comes from λ being estimated; the
 * interval is the normal one of 95 %, cut off at zero. It is a yardstick, not a fitted model: it learns nothing from
 * other accounts. Paid-back amounts lower the historic value and the mean, and don't count as orders. Years are counted
 * by ACT/365F. Immutable and thread-safe.
 *
 * @param currency of the answer; amounts in others are converted at the rate of their day
 * @param rates for that
 * @param margin share of an order that is kept, applied to historic and residual value alike; above 0, at most 1
 * @param retention share of accounts that stay for another year; above 0, at most 1
 * @param discounting how later money counts
 */
public record OrderRateModel(
        CurrencyUnit currency, ExchangeRates rates, double margin, double retention, Discounting discounting)
        implements LifetimeValueModel<OrderHistory> {

    /** The name of the method, which its values carry. */
    public static final String METHOD = "order rate";

    private static final double LEVEL = 0.95;
    private static final double QUANTILE = 1.959963984540054;

    /** Checks the shares. */
    public OrderRateModel {
        Objects.requireNonNull(currency, "currency");
        Objects.requireNonNull(rates, "rates");
        Objects.requireNonNull(discounting, "discounting");
        requireShare("margin", margin);
        requireShare("retention", retention);
    }

    /** Returns a model in one currency: all of an order kept, every account staying, no discounting. */
    public static OrderRateModel in(CurrencyUnit currency) {
        return new OrderRateModel(currency, ExchangeRates.none(), 1, 1, Discounting.NONE);
    }

    /** Returns a copy with these exchange rates. */
    public OrderRateModel withRates(ExchangeRates newRates) {
        return new OrderRateModel(currency, newRates, margin, retention, discounting);
    }

    /** Returns a copy with this margin: the share of an order that is kept. */
    public OrderRateModel withMargin(double share) {
        return new OrderRateModel(currency, rates, share, retention, discounting);
    }

    /** Returns a copy with this retention: the share of accounts that stay for another year. */
    public OrderRateModel withRetention(double share) {
        return new OrderRateModel(currency, rates, margin, share, discounting);
    }

    /** Returns a copy with this discounting. */
    public OrderRateModel withDiscounting(Discounting newDiscounting) {
        return new OrderRateModel(currency, rates, margin, retention, newDiscounting);
    }

    /**
     * {@inheritDoc}
     *
     * @throws dev.clientele.core.value.MissingExchangeRateException if an amount can't be converted
     */
    @Override
    public LifetimeValue value(OrderHistory evidence, LocalDate asOf, Horizon horizon) {
        OrderHistory known = evidence.asOf(asOf);
        List<Money> amounts = known.orders().stream()
                .map(order -> rates.convert(order.amount(), currency, order.date(), RoundingMode.HALF_EVEN))
                .toList();
        Money total = amounts.stream().reduce(Money.zero(currency), Money::plus);
        int orders = known.count();
        double years = known.first()
                .map(first -> Math.max(1, DayCount.ACT_365F.years(first, asOf)))
                .orElse(1.0);
        double rate = Math.max(0, orders - 1) / years;
        double mean = orders == 0 ? 0 : Math.max(0, total.getAmount().doubleValue() / orders);
        double weight = weight(asOf, horizon);
        double residual = margin * mean * rate * weight;
        double deviation = margin
                * Math.sqrt((mean * mean + variance(amounts)) * rate * weight
                        + mean * mean * weight * weight * rate / years);
        return LifetimeValue.builder(METHOD, currency, asOf, horizon)
                .historic(total.multipliedBy(margin, RoundingMode.HALF_EVEN))
                .residual(residual)
                .residualInterval(Math.max(0, residual - QUANTILE * deviation), residual + QUANTILE * deviation, LEVEL)
                .discounting(discounting)
                .evidence(Evidence.of(orders)
                        .with("orders", orders)
                        .with("years", years)
                        .with("ordersPerYear", rate)
                        .with("meanOrder", mean)
                        .with("margin", margin)
                        .with("retention", retention))
                .build();
    }

    /** Computes the discounted years of orders that lie ahead, of the accounts that stay. */
    private double weight(LocalDate asOf, Horizon horizon) {
        double factor = retention * discounting.rate().discountFactor(1);
        double length = horizon.lengthInYears(asOf, discounting.dayCount());
        if (factor == 1 && Double.isFinite(length)) {
            return length;
        } else if (!Double.isFinite(length) && factor >= 1) {
            throw new IllegalArgumentException(
                    "without end the value isn't finite: give a horizon with an end, a retention below 1 or a discount");
        }
        double decay = -StrictMath.log(factor);
        return -StrictMath.expm1(-decay * length) / decay;
    }

    private static double variance(List<Money> amounts) {
        double[] positive = amounts.stream()
                .filter(Money::isPositive)
                .mapToDouble(amount -> amount.getAmount().doubleValue())
                .toArray();
        if (positive.length < 2) {
            return 0;
        }
        double mean = 0;
        for (double amount : positive) {
            mean += amount / positive.length;
        }
        double squares = 0;
        for (double amount : positive) {
            squares += (amount - mean) * (amount - mean);
        }
        return squares / (positive.length - 1);
    }

    private static void requireShare(String argument, double share) {
        if (!(share > 0 && share <= 1)) {
            throw new IllegalArgumentException(argument + " must be above 0 and at most 1, got " + share);
        }
    }
}
