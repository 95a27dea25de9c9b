package dev.clientele.examples.cli.clv;

import dev.clientele.b2c.scoring.FittedModel;
import dev.clientele.b2c.scoring.FittedSpendModel;
import dev.clientele.b2c.scoring.NoFitException;
import dev.clientele.b2c.scoring.NoMeanException;
import dev.clientele.b2c.scoring.Outlook;
import dev.clientele.b2c.scoring.SpendModel;
import dev.clientele.b2c.scoring.TimeStep;
import dev.clientele.examples.cli.clv.ClvReport.CustomerValue;
import dev.clientele.examples.cli.transactions.UnusableDataException;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What to fit, and what of it to tell.
 *
 * @param horizon in {@code step}s, above 0
 * @param discountRate effective, by the year; 0 or more
 * @param top how many customers to tell of
 */
record Valuation(
        PurchaseModel model,
        SpendChoice spendModel,
        TimeStep step,
        LocalDate calibrationEnd,
        double horizon,
        double discountRate,
        int top) {

    /** Those who are valued go before those who cannot be, then by value, then by name: the same each time. */
    private static final Comparator<CustomerValue> HIGHEST_FIRST = Comparator.comparing(
                    (CustomerValue value) -> value.clv(), Comparator.nullsFirst(Comparator.naturalOrder()))
            .thenComparing(CustomerValue::expectedTransactions)
            .reversed()
            .thenComparing(CustomerValue::customer);

    /**
     * Fits the models and values the customers.
     *
     * @throws UnusableDataException if a model does not fit
     */
    ClvReport of(PurchaseRecords records) {
        Buyers buyers = Buyers.of(records, step, calibrationEnd);
        if (buyers.all().isEmpty()) {
            throw new UnusableDataException("nobody bought anything until " + calibrationEnd);
        }
        try {
            FittedModel purchases = model.family(step).fit(buyers.base());
            FittedSpendModel spend = spendModel
                    .family()
                    .map(family -> family.fit(buyers.spendBase()))
                    .orElse(null);
            return new ClvReport(
                    model.toString(),
                    purchases.fit().customers(),
                    purchases.fit().repeatCustomers(),
                    purchases.parameters(),
                    purchases.logLikelihood(),
                    purchases.converged(),
                    spend == null ? null : told(spend),
                    values(buyers, purchases, spend == null ? null : spend.model()),
                    records.rejected(),
                    calibrationEnd,
                    Words.of(step),
                    horizon,
                    discountRate,
                    records.data(buyers.late(), buyers.refunded(), buyers.unusableSpend()));
        } catch (NoFitException e) {
            throw new UnusableDataException("the model does not fit: " + e.getMessage(), e);
        }
    }

    private ClvReport.Spend told(FittedSpendModel spend) {
        return new ClvReport.Spend(
                spendModel.toString(),
                spend.fit().customers(),
                spend.fit().repeatCustomers(),
                spend.parameters(),
                spend.logLikelihood(),
                spend.converged());
    }

    private List<CustomerValue> values(Buyers buyers, FittedModel purchases, @Nullable SpendModel spend) {
        double rate = Math.log1p(discountRate) * step.days() / TimeStep.YEAR.days();
        return buyers.all().stream()
                .map(buyer -> value(buyer, purchases.given(buyer.purchases()), spend, rate))
                .sorted(HIGHEST_FIRST)
                .limit(top)
                .toList();
    }

    private CustomerValue value(Buyers.Buyer buyer, Outlook outlook, @Nullable SpendModel spend, double rate) {
        double expected = outlook.expectedTransactions(horizon);
        return new CustomerValue(
                buyer.name(),
                outlook.pAlive(),
                expected,
                spend == null
                        ? null
                        : worth(buyer, rate == 0 ? expected : outlook.discountedTransactions(horizon, rate), spend));
    }

    private static @Nullable Double worth(Buyers.Buyer buyer, double transactions, SpendModel spend) {
        try {
            return transactions * spend.expectedSpend(buyer.spend());
        } catch (NoMeanException e) {
            return null;
        }
    }
}
