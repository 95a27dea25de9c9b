package dev.clientele.b2c.scoring.value;

import dev.clientele.b2c.purchase.CountingRule;
import dev.clientele.b2c.purchase.PurchaseHistory;
import dev.clientele.b2c.purchase.PurchaseSummary;
import dev.clientele.b2c.scoring.data.CustomerSummary;
import dev.clientele.b2c.scoring.data.SpendBasis;
import dev.clientele.b2c.scoring.data.SpendSummary;
import dev.clientele.b2c.scoring.fit.FittedModel;
import dev.clientele.b2c.scoring.fit.FittedSpendModel;
import dev.clientele.b2c.scoring.model.NoMeanException;
import dev.clientele.b2c.scoring.model.RepeatPurchaseModel;
import dev.clientele.core.value.Discounting;
import dev.clientele.core.value.Evidence;
import dev.clientele.core.value.Horizon;
import dev.clientele.core.value.LifetimeValue;
import dev.clientele.core.value.LifetimeValueModel;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Objects;
import java.util.function.ToDoubleFunction;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * Lifetime value of a person from purchases, in calendar time and currency: expected purchases within the horizon, each
 * discounted to the day, times expected spend, times margin. Immutable and thread-safe.
 *
 * <p>Start from {@link #of} and change what differs from its defaults: no discounting, all spend is margin, no acquisition
 * cost, {@link CountingRule#standard()}, spend averaged over repeat purchases, no interval. A change gives another model and
 * costs next to nothing, so each person may have a discount rate or an acquisition cost of their own.
 */
public final class PurchaseLifetimeValue implements LifetimeValueModel<PurchaseHistory> {
    private final FittedModel purchases;
    private final FittedSpendModel spend;
    private final ValuationTerms terms;
    private final @Nullable ValueUncertainty uncertainty;

    /** The terms on which purchases and spend become money. */
    private record ValuationTerms(
            Discounting discounting, BigDecimal margin, Money acquisitionCost, CountingRule rule, SpendBasis basis) {}

    private PurchaseLifetimeValue(
            FittedModel purchases,
            FittedSpendModel spend,
            ValuationTerms terms,
            @Nullable ValueUncertainty uncertainty) {
        this.purchases = Objects.requireNonNull(purchases, "purchases");
        this.spend = Objects.requireNonNull(spend, "spend");
        this.terms = terms;
        this.uncertainty = uncertainty;
    }

    private PurchaseLifetimeValue withTerms(ValuationTerms other) {
        return new PurchaseLifetimeValue(purchases, spend, other, uncertainty);
    }

    /**
     * Creates the value model of two fitted models.
     *
     * @param purchases how often and how long persons buy
     * @param spend what they spend per purchase, in {@code currency}
     * @param currency the currency of the histories to be valued
     */
    public static PurchaseLifetimeValue of(FittedModel purchases, FittedSpendModel spend, CurrencyUnit currency) {
        return new PurchaseLifetimeValue(
                purchases,
                spend,
                new ValuationTerms(
                        Discounting.NONE,
                        BigDecimal.ONE,
                        Money.zero(currency),
                        CountingRule.standard(),
                        SpendBasis.REPEATS),
                null);
    }

    /** Returns a copy with later money discounted. */
    public PurchaseLifetimeValue withDiscounting(Discounting other) {
        Objects.requireNonNull(other, "other");
        return withTerms(new ValuationTerms(other, terms.margin, terms.acquisitionCost, terms.rule, terms.basis));
    }

    /**
     * Returns a copy with a share of the spend, past and future, as value.
     *
     * @param share above 0 and at most 1
     */
    public PurchaseLifetimeValue withMargin(BigDecimal share) {
        if (share.signum() <= 0 || share.compareTo(BigDecimal.ONE) > 0) {
            throw new IllegalArgumentException("share must be above 0 and at most 1, was " + share);
        }
        return withTerms(new ValuationTerms(terms.discounting, share, terms.acquisitionCost, terms.rule, terms.basis));
    }

    /**
     * Returns a copy less what winning a person cost.
     *
     * @param cost 0 or more, in the same currency
     */
    public PurchaseLifetimeValue withAcquisitionCost(Money cost) {
        if (cost.isNegative() || !cost.getCurrencyUnit().equals(currency())) {
            throw new IllegalArgumentException("cost must be 0 or more in " + currency() + ", was " + cost);
        }
        return withTerms(new ValuationTerms(terms.discounting, terms.margin, cost, terms.rule, terms.basis));
    }

    /** Returns a copy with another reading of histories: the one the models were fitted under. */
    public PurchaseLifetimeValue withCounting(CountingRule counting, SpendBasis averaged) {
        Objects.requireNonNull(counting, "counting");
        Objects.requireNonNull(averaged, "averaged");
        return withTerms(
                new ValuationTerms(terms.discounting, terms.margin, terms.acquisitionCost, counting, averaged));
    }

    /**
     * Returns a copy with an interval about the residual value, by the delta method: how sure the expectation is, given
     * how sure the parameters of both models are; not how much persons differ from their expectation, which {@link
     * CustomerPrediction} says. Makes each value some fifteen times as dear.
     *
     * @param level from 0 to 1, both excluded, such as 0.95
     * @throws IllegalArgumentException if a model's fit has no covariance of its parameters
     */
    public PurchaseLifetimeValue withInterval(double level) {
        return new PurchaseLifetimeValue(purchases, spend, terms, ValueUncertainty.of(purchases, spend, level));
    }

    /** Returns the name of the method: those of the two models. */
    public String method() {
        return purchases.name() + " with " + spend.name();
    }

    private CurrencyUnit currency() {
        return terms.acquisitionCost.getCurrencyUnit();
    }

    /**
     * Computes the lifetime value of a person.
     *
     * @throws IllegalArgumentException if nothing was bought by that day, the currency is another, or the horizon has no end
     *     and nothing is discounted
     * @throws NoMeanException if the spend model has no mean for this person
     */
    @Override
    public LifetimeValue value(PurchaseHistory evidence, LocalDate asOf, Horizon horizon) {
        PurchaseSummary summary = evidence.summary(asOf, terms.rule)
                .orElseThrow(() -> new IllegalArgumentException("evidence must have a purchase by " + asOf));
        if (!evidence.currency().equals(currency())) {
            throw new IllegalArgumentException("evidence must be in " + currency() + ", was in " + evidence.currency());
        }
        CustomerSummary customer = purchases
                .model()
                .summarise(evidence, asOf, terms.rule, purchases.step())
                .orElseThrow();
        SpendSummary spent = terms.basis.of(summary).orElse(SpendSummary.NONE);
        return value(summary.totalSpend(), customer, spent, asOf, horizon);
    }

    /**
     * Computes the lifetime value of somebody who makes the first purchase on a day: that purchase, which counts as
     * received, and all that may follow.
     *
     * @param firstPurchase 0 or more, in this model's currency
     * @param day of the first purchase, on which the value stands
     * @param horizon how far the residual value looks ahead
     * @throws IllegalArgumentException if the currency is another, or the horizon has no end and nothing is discounted
     * @throws NoMeanException if the spend model has no mean for a new customer
     */
    public LifetimeValue newCustomer(Money firstPurchase, LocalDate day, Horizon horizon) {
        if (firstPurchase.isNegative() || !firstPurchase.getCurrencyUnit().equals(currency())) {
            throw new IllegalArgumentException(
                    "firstPurchase must be 0 or more in " + currency() + ", was " + firstPurchase);
        }
        SpendSummary spent = terms.basis == SpendBasis.REPEATS || firstPurchase.isZero()
                ? SpendSummary.NONE
                : new SpendSummary(1, firstPurchase.getAmount().doubleValue());
        return value(firstPurchase, CustomerSummary.of(0, 0, 0), spent, day, horizon);
    }

    private LifetimeValue value(
            Money received, CustomerSummary customer, SpendSummary spent, LocalDate asOf, Horizon horizon) {
        ToDoubleFunction<RepeatPurchaseModel> discounted = discounted(customer, asOf, horizon);
        double expectedPurchases = discounted.applyAsDouble(purchases.model());
        double expectedSpend = spend.model().expectedSpend(spent);
        double residual = expectedPurchases * expectedSpend * terms.margin.doubleValue();
        LifetimeValue.Builder value = LifetimeValue.builder(method(), currency(), asOf, horizon)
                .historic(received.multipliedBy(terms.margin, RoundingMode.HALF_EVEN))
                .residual(residual)
                .acquisitionCost(terms.acquisitionCost)
                .discounting(terms.discounting)
                .evidence(Evidence.of(purchases.fit().customers())
                        .with("x", customer.repeats())
                        .with("t_x", customer.recency())
                        .with("T", customer.age())
                        .with("pAlive", purchases.forecast(customer).pAlive())
                        .with("expectedTransactions", expectedPurchases)
                        .with("expectedSpend", expectedSpend));
        if (uncertainty != null) {
            double reach = uncertainty.intervalFactor(discounted, spent);
            value.residualInterval(residual / reach, residual * reach, uncertainty.level());
        }
        return value.build();
    }

    private ToDoubleFunction<RepeatPurchaseModel> discounted(
            CustomerSummary customer, LocalDate asOf, Horizon horizon) {
        DiscountedPeriod ahead = DiscountedPeriod.of(purchases.step(), terms.discounting, asOf, horizon)
                .in(purchases.model());
        if (!horizon.isInfinite()) {
            return model -> model.forecast(customer).discountedTransactions(ahead.time(), ahead.rate());
        }
        if (!(ahead.rate() > 0)) {
            throw new IllegalArgumentException("horizon must have an end where nothing is discounted");
        }
        return model -> model.forecast(customer).discountedTransactions(ahead.rate());
    }
}
