package dev.clientele.b2c.scoring;

import dev.clientele.b2c.purchase.PurchaseHistory;
import dev.clientele.b2c.purchase.PurchaseSummary;
import dev.clientele.b2c.scoring.data.CustomerSummary;
import dev.clientele.b2c.scoring.data.SpendSummary;
import dev.clientele.b2c.scoring.fit.FittedModel;
import dev.clientele.b2c.scoring.fit.FittedSpendModel;
import dev.clientele.b2c.scoring.fit.PredictionInterval;
import dev.clientele.b2c.scoring.model.NoMeanException;
import dev.clientele.b2c.scoring.value.CustomerPrediction;
import dev.clientele.b2c.scoring.value.DiscountedPeriod;
import dev.clientele.b2c.scoring.value.PurchasePrediction;
import dev.clientele.b2c.scoring.value.TotalPrediction;
import dev.clientele.b2c.scoring.value.TotalPrediction.SpendingCustomer;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Predicts by one calibration what persons will do, single ones and all together: pure. */
final class PersonPredictor {

    private static final double USUAL_LEVEL = 0.95;

    /** A simulation that looks at the customers alone: it depends on their order, and ids are others in another store. */
    private static final Comparator<SpendingCustomer> ORDER = Comparator.comparingInt(
                    (SpendingCustomer customer) -> customer.purchases().repeats())
            .thenComparingDouble(customer -> customer.purchases().recency())
            .thenComparingDouble(customer -> customer.purchases().age())
            .thenComparingInt(customer -> customer.spend().purchases())
            .thenComparingDouble(customer -> customer.spend().mean());

    private final Calibration calibration;
    private final LocalDate asOf;
    private final FittedModel purchases;
    private final Optional<FittedSpendModel> spend;
    private final double time;
    private final double level;

    /**
     * Prepares predictions.
     *
     * @throws IllegalArgumentException if the horizon has no end
     */
    PersonPredictor(Calibration calibration, Valuation valuation, LocalDate asOf) {
        if (valuation.horizon().isInfinite()) {
            throw new IllegalArgumentException("horizon must have an end for predictions");
        }
        this.calibration = calibration;
        this.asOf = asOf;
        this.purchases = calibration.purchaseModel();
        this.spend = calibration.spendModel();
        this.time = DiscountedPeriod.of(purchases.step(), valuation.discounting(), asOf, valuation.horizon())
                .in(purchases.model())
                .time();
        this.level = valuation.intervalLevel().orElse(USUAL_LEVEL);
    }

    /** Predicts one person; empty if nothing that counts was bought by the day. */
    Optional<PurchasePrediction> predict(PurchaseHistory history) {
        return customer(history)
                .map(customer -> spend.map(fitted -> CustomerPrediction.of(purchases, fitted, level))
                        .orElseGet(() -> CustomerPrediction.of(purchases, level))
                        .predict(customer.purchases(), customer.spend(), time));
    }

    /** Predicts all together. */
    PurchasePrediction predictTotal(Stream<PurchaseHistory> histories) {
        List<SpendingCustomer> customers = histories
                .flatMap(history -> customer(history).stream())
                .sorted(ORDER)
                .toList();
        TotalPrediction total = TotalPrediction.over(purchases, time, level);
        return new PurchasePrediction(
                total.purchases(
                        customers.stream().map(SpendingCustomer::purchases).toList()),
                spend.flatMap(fitted -> spend(total, customers, fitted)));
    }

    private static Optional<PredictionInterval> spend(
            TotalPrediction total, List<SpendingCustomer> customers, FittedSpendModel fitted) {
        try {
            return Optional.of(total.spend(customers, fitted));
        } catch (NoMeanException heavyTail) {
            return Optional.empty();
        }
    }

    private Optional<SpendingCustomer> customer(PurchaseHistory history) {
        Optional<PurchaseSummary> summary = history.summary(asOf, calibration.rule());
        Optional<CustomerSummary> bought =
                purchases.model().summarise(history, asOf, calibration.rule(), purchases.step());
        return bought.flatMap(known -> summary.map(
                seen -> new SpendingCustomer(known, calibration.basis().of(seen).orElse(SpendSummary.NONE))));
    }
}
