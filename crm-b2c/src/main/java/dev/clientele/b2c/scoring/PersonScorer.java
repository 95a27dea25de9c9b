package dev.clientele.b2c.scoring;

import dev.clientele.b2c.person.Score;
import dev.clientele.b2c.purchase.PurchaseHistory;
import dev.clientele.b2c.purchase.PurchaseSummary;
import dev.clientele.b2c.scoring.data.CustomerSummary;
import dev.clientele.b2c.scoring.data.SpendSummary;
import dev.clientele.b2c.scoring.fit.FittedModel;
import dev.clientele.b2c.scoring.fit.FittedSpendModel;
import dev.clientele.b2c.scoring.model.BatchScoring;
import dev.clientele.b2c.scoring.model.CustomerScores;
import dev.clientele.b2c.scoring.model.NoMeanException;
import dev.clientele.b2c.scoring.value.DiscountedPeriod;
import dev.clientele.b2c.scoring.value.PurchaseLifetimeValue;
import dev.clientele.core.value.LifetimeValue;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** Scores and values histories by one calibration: pure. */
final class PersonScorer {

    private final Calibration calibration;
    private final Valuation valuation;
    private final LocalDate asOf;
    private final FittedModel purchases;
    private final Optional<FittedSpendModel> spend;

    PersonScorer(Calibration calibration, Valuation valuation, LocalDate asOf) {
        this.calibration = calibration;
        this.valuation = valuation;
        this.asOf = asOf;
        this.purchases = calibration.purchaseModel();
        this.spend = calibration.spendModel();
    }

    /**
     * Returns a scorer of many histories, quicker when reused.
     *
     * @throws IllegalArgumentException if the horizon has no end
     */
    Batch batch() {
        return new Batch();
    }

    /** A scorer of many histories at once. */
    final class Batch {

        private final BatchScoring scoring;

        private Batch() {
            if (valuation.horizon().isInfinite()) {
                throw new IllegalArgumentException("horizon must have an end for scores");
            }
            DiscountedPeriod ahead = DiscountedPeriod.of(
                            purchases.step(), valuation.discounting(), asOf, valuation.horizon())
                    .in(purchases.model());
            this.scoring = BatchScoring.over(purchases.model(), ahead.time()).withDiscountRate(ahead.rate());
        }

        /** Scores persons in their order; empty for one who had bought nothing that counts by the day. */
        List<Optional<Score>> score(List<PurchaseHistory> histories) {
            List<Optional<PurchaseSummary>> summaries = histories.stream()
                    .map(history -> history.summary(asOf, calibration.rule()))
                    .toList();
            CustomerScores scores = purchases(histories.stream()
                    .flatMap(history ->
                            purchases.model().summarise(history, asOf, calibration.rule(), purchases.step()).stream())
                    .toList());
            List<Optional<Score>> all = new ArrayList<>(histories.size());
            int next = 0;
            for (Optional<PurchaseSummary> summary : summaries) {
                all.add(summary.isEmpty() ? Optional.empty() : Optional.of(score(summary.get(), scores, next)));
                next += summary.isEmpty() ? 0 : 1;
            }
            return all;
        }

        private CustomerScores purchases(List<CustomerSummary> known) {
            int[] repeats = new int[known.size()];
            double[] recency = new double[known.size()];
            double[] age = new double[known.size()];
            for (int i = 0; i < known.size(); i++) {
                repeats[i] = known.get(i).repeats();
                recency[i] = known.get(i).recency();
                age[i] = known.get(i).age();
            }
            return scoring.score(repeats, recency, age);
        }

        private Score score(PurchaseSummary summary, CustomerScores scores, int i) {
            Double each = expectedSpend(summary);
            return new Score(
                    scores.pAlive(i),
                    scores.expectedTransactions(i),
                    each,
                    each == null ? null : value(scores.discountedTransactions(i), each),
                    asOf,
                    valuation.horizon(),
                    calibration.id().value());
        }
    }

    private @Nullable Double expectedSpend(PurchaseSummary summary) {
        if (spend.isEmpty()) {
            return null;
        }
        try {
            SpendSummary spent = calibration.basis().of(summary).orElse(SpendSummary.NONE);
            return spend.get().model().expectedSpend(spent);
        } catch (NoMeanException heavyTail) {
            return null;
        }
    }

    private Money value(double discountedPurchases, double expectedSpend) {
        double residual =
                discountedPurchases * expectedSpend * valuation.margin().doubleValue();
        return Money.of(calibration.currency(), new BigDecimal(residual), RoundingMode.HALF_EVEN);
    }

    LifetimeValue value(PurchaseHistory history) {
        PurchaseLifetimeValue model = model();
        if (valuation.intervalLevel().isPresent()) {
            model = model.withInterval(valuation.intervalLevel().getAsDouble());
        }
        return model.value(history, asOf, valuation.horizon());
    }

    private PurchaseLifetimeValue model() {
        FittedSpendModel fitted = spend.orElseThrow(() ->
                new IllegalStateException("the calibration was fitted without a spend model, so there is no value"));
        PurchaseLifetimeValue model = PurchaseLifetimeValue.of(purchases, fitted, calibration.currency())
                .withDiscounting(valuation.discounting())
                .withMargin(valuation.margin())
                .withCounting(calibration.rule(), calibration.basis());
        return valuation.acquisitionCost().map(model::withAcquisitionCost).orElse(model);
    }
}
