package dev.clientele.b2c.scoring;

import dev.clientele.b2c.purchase.CountingRule;
import dev.clientele.b2c.purchase.PurchaseHistory;
import dev.clientele.b2c.purchase.PurchaseSummary;
import dev.clientele.core.value.Discounting;
import dev.clientele.core.value.Evidence;
import dev.clientele.core.value.Horizon;
import dev.clientele.core.value.LifetimeValue;
import dev.clientele.core.value.LifetimeValueModel;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/**
 * Lifetime value of a person from purchases, in calendar time and currency: expected purchases within the horizon, each
 * discounted to the day, times expected spend, times margin. Immutable and thread-safe.
 *
 * <p>Start from {@link #of} and change what differs from its defaults: no discounting, all spend is margin, no acquisition
 * cost, {@link CountingRule#standard()}, spend averaged over repeat purchases.
 */
public final class PurchaseLifetimeValue implements LifetimeValueModel<PurchaseHistory> {
    private final FittedModel purchases;
    private final FittedSpendModel spend;
    private final Discounting discounting;
    private final BigDecimal margin;
    private final Money acquisitionCost;
    private final CountingRule rule;
    private final SpendBasis basis;

    private PurchaseLifetimeValue(
            FittedModel purchases,
            FittedSpendModel spend,
            Discounting discounting,
            BigDecimal margin,
            Money acquisitionCost,
            CountingRule rule,
            SpendBasis basis) {
        this.purchases = Objects.requireNonNull(purchases, "purchases");
        this.spend = Objects.requireNonNull(spend, "spend");
        this.discounting = Objects.requireNonNull(discounting, "discounting");
        this.margin = margin;
        this.acquisitionCost = Objects.requireNonNull(acquisitionCost, "acquisitionCost");
        this.rule = Objects.requireNonNull(rule, "rule");
        this.basis = Objects.requireNonNull(basis, "basis");
    }

    /**
     * Value by two fitted models.
     *
     * @param purchases how often and how long persons buy
     * @param spend what they spend per purchase, in {@code currency}
     * @param currency the currency of the histories to be valued
     */
    public static PurchaseLifetimeValue of(FittedModel purchases, FittedSpendModel spend, CurrencyUnit currency) {
        return new PurchaseLifetimeValue(
                purchases,
                spend,
                Discounting.NONE,
                BigDecimal.ONE,
                Money.zero(currency),
                CountingRule.standard(),
                SpendBasis.REPEATS);
    }

    /** The same with later money discounted. */
    public PurchaseLifetimeValue discountedBy(Discounting other) {
        return new PurchaseLifetimeValue(purchases, spend, other, margin, acquisitionCost, rule, basis);
    }

    /**
     * The same with a share of the spend, past and future, as value.
     *
     * @param share above 0 and at most 1
     */
    public PurchaseLifetimeValue withMargin(BigDecimal share) {
        if (share.signum() <= 0 || share.compareTo(BigDecimal.ONE) > 0) {
            throw new IllegalArgumentException("share must be above 0 and at most 1, was " + share);
        }
        return new PurchaseLifetimeValue(purchases, spend, discounting, share, acquisitionCost, rule, basis);
    }

    /**
     * The same less what winning a person cost.
     *
     * @param cost 0 or more, in the same currency
     */
    public PurchaseLifetimeValue withAcquisitionCost(Money cost) {
        if (cost.isNegative() || !cost.getCurrencyUnit().equals(acquisitionCost.getCurrencyUnit())) {
            throw new IllegalArgumentException(
                    "cost must be 0 or more in " + acquisitionCost.getCurrencyUnit() + ", was " + cost);
        }
        return new PurchaseLifetimeValue(purchases, spend, discounting, margin, cost, rule, basis);
    }

    /** The same with another reading of histories: the one the models were fitted under. */
    public PurchaseLifetimeValue reading(CountingRule counting, SpendBasis averaged) {
        return new PurchaseLifetimeValue(purchases, spend, discounting, margin, acquisitionCost, counting, averaged);
    }

    /** The name of the method: those of the two models. */
    public String method() {
        return purchases.name() + " with " + spend.name();
    }

    /**
     * What a person is worth.
     *
     * @throws IllegalArgumentException if nothing was bought by that day, the currency is another, or the horizon has no end
     *     and nothing is discounted
     * @throws NoMeanException if the spend model has no mean for this person
     */
    @Override
    public LifetimeValue value(PurchaseHistory evidence, LocalDate asOf, Horizon horizon) {
        PurchaseSummary summary = evidence.summary(asOf, rule)
                .orElseThrow(() -> new IllegalArgumentException("evidence must have a purchase by " + asOf));
        if (!evidence.currency().equals(acquisitionCost.getCurrencyUnit())) {
            throw new IllegalArgumentException(
                    "evidence must be in " + acquisitionCost.getCurrencyUnit() + ", was in " + evidence.currency());
        }
        CustomerSummary customer = CustomerSummary.of(summary, purchases.step());
        SpendSummary spent = basis.of(summary).orElse(SpendSummary.NONE);
        Outlook outlook = purchases.given(customer);
        double expectedSpend = spend.model().expectedSpend(spent);
        double expectedPurchases = expectedPurchases(outlook, asOf, horizon);
        return LifetimeValue.builder(method(), evidence.currency(), asOf, horizon)
                .historic(summary.totalSpend().multipliedBy(margin, RoundingMode.HALF_EVEN))
                .residual(expectedPurchases * expectedSpend * margin.doubleValue())
                .acquisitionCost(acquisitionCost)
                .discounting(discounting)
                .evidence(Evidence.of(purchases.fit().customers())
                        .with("x", customer.repeats())
                        .with("t_x", customer.recency())
                        .with("T", customer.age())
                        .with("pAlive", outlook.pAlive())
                        .with("expectedTransactions", expectedPurchases)
                        .with("expectedSpend", expectedSpend))
                .build();
    }

    private double expectedPurchases(Outlook outlook, LocalDate asOf, Horizon horizon) {
        LocalDate end = horizon.endExclusive(asOf).orElse(asOf.plusYears(400));
        double days = ChronoUnit.DAYS.between(asOf, end);
        double yearsPerDay = discounting.dayCount().years(asOf, end) / days;
        double rate = discounting.rate().toContinuous().rate()
                * yearsPerDay
                * purchases.step().days();
        if (!horizon.isInfinite()) {
            return outlook.discountedTransactions(purchases.step().from(days, TimeStep.DAY), rate);
        }
        if (!(rate > 0)) {
            throw new IllegalArgumentException("horizon must have an end where nothing is discounted");
        }
        return outlook.discountedTransactions(rate);
    }
}
