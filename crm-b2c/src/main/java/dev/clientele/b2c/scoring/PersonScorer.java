package dev.clientele.b2c.scoring;

import dev.clientele.b2c.person.Score;
import dev.clientele.b2c.purchase.PurchaseHistory;
import dev.clientele.b2c.purchase.PurchaseLedger;
import dev.clientele.b2c.purchase.PurchaseSummary;
import dev.clientele.b2c.scoring.data.CustomerSummary;
import dev.clientele.b2c.scoring.data.SpendSummary;
import dev.clientele.b2c.scoring.data.TimeStep;
import dev.clientele.b2c.scoring.fit.FittedModel;
import dev.clientele.b2c.scoring.fit.FittedSpendModel;
import dev.clientele.b2c.scoring.model.CustomerForecast;
import dev.clientele.b2c.scoring.model.NoMeanException;
import dev.clientele.b2c.scoring.value.PurchaseLifetimeValue;
import dev.clientele.core.value.LifetimeValue;
import java.time.LocalDate;
import java.util.Optional;
import org.joda.money.Money;

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

    /** Scores a person; empty if nothing that counts was bought in the calibration's currency by the day. */
    Optional<Score> score(PurchaseLedger ledger) {
        return ledger.history(calibration.currency())
                .flatMap(history -> history.summary(asOf, calibration.rule()).map(seen -> score(history, seen)));
    }

    private Score score(PurchaseHistory history, PurchaseSummary summary) {
        CustomerForecast outlook = purchases.forecast(CustomerSummary.of(summary, purchases.step()));
        Double expectedSpend = null;
        Money value = null;
        if (spend.isPresent()) {
            try {
                SpendSummary spent = calibration.basis().of(summary).orElse(SpendSummary.NONE);
                expectedSpend = spend.get().model().expectedSpend(spent);
                value = model().value(history, asOf, valuation.horizon()).residual();
            } catch (NoMeanException heavyTail) {
                expectedSpend = null;
            }
        }
        return new Score(
                outlook.pAlive(),
                outlook.expectedTransactions(horizon()),
                expectedSpend,
                value,
                asOf,
                valuation.horizon(),
                calibration.id().value());
    }

    private double horizon() {
        long days = valuation
                .horizon()
                .lengthInDays(asOf)
                .orElseThrow(() -> new IllegalArgumentException("horizon must have an end for scores"));
        return purchases.step().convert((double) days, TimeStep.DAY);
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
