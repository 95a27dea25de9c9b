package dev.clientele.examples.cli.clv;

import dev.clientele.b2c.analytics.PurchaseBook;
import dev.clientele.b2c.scoring.data.TimeStep;
import dev.clientele.b2c.scoring.family.ParameterPrior;
import dev.clientele.b2c.scoring.family.RepeatPurchaseFamilies;
import dev.clientele.b2c.scoring.family.RepeatPurchaseFamily;
import dev.clientele.b2c.scoring.family.SpendFamily;
import dev.clientele.b2c.scoring.fit.Fit;
import dev.clientele.b2c.scoring.fit.FitRemark;
import dev.clientele.b2c.scoring.fit.FittedModel;
import dev.clientele.b2c.scoring.fit.FittedSpendModel;
import dev.clientele.b2c.scoring.fit.NoFitException;
import dev.clientele.b2c.scoring.model.CustomerForecast;
import dev.clientele.b2c.scoring.model.NoMeanException;
import dev.clientele.b2c.scoring.model.SpendModel;
import dev.clientele.examples.cli.clv.ClvReport.CustomerValue;
import dev.clientele.examples.cli.purchases.PurchaseCollector;
import dev.clientele.examples.cli.purchases.RowCounts;
import dev.clientele.examples.cli.text.TextFormat;
import dev.clientele.examples.cli.transactions.UnusableDataException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What to fit, and what of it to tell.
 *
 * @param family the purchase model, unless all are compared
 * @param prior on the parameters of all models; null for none
 * @param compare whether to fit all models and take the best
 * @param covariates of the customers, for the purchase model; null if there are none
 * @param horizon in the unit of time of {@code family}, above 0
 * @param discountRate effective, by the year; 0 or more
 */
record ClvAnalysis(
        RepeatPurchaseFamily family,
        @Nullable ParameterPrior prior,
        boolean compare,
        @Nullable CovariateFile covariates,
        SpendChoice spendModel,
        LocalDate calibrationEnd,
        double horizon,
        double discountRate) {

    /** Those who are valued go before those who cannot be, then by value, then by name: the same each time. */
    private static final Comparator<CustomerValue> HIGHEST_FIRST = Comparator.comparing(
                    (CustomerValue value) -> value.clv(), Comparator.nullsFirst(Comparator.naturalOrder()))
            .thenComparing(CustomerValue::expectedTransactions)
            .reversed()
            .thenComparing(CustomerValue::customer);

    TimeStep step() {
        return family.step();
    }

    /**
     * Fits the models and values the customers.
     *
     * @throws UnusableDataException if a model does not fit
     */
    ClvResult analyse(PurchaseCollector records) {
        PurchaseBook<String> book = records.book();
        CalibrationCustomers buyers = CalibrationCustomers.of(book, family, calibrationEnd);
        if (buyers.all().isEmpty()) {
            throw new UnusableDataException("nobody bought anything until " + calibrationEnd);
        }
        LocalDate lastDay =
                records.lastDay().filter(day -> day.isAfter(calibrationEnd)).orElse(calibrationEnd);
        try {
            ModelSelection comparing = compare ? ModelSelection.of(book, buyers, all(), calibrationEnd, lastDay) : null;
            CovariateFit with = covariates == null ? null : CovariateFit.of(family, covariates, buyers);
            FittedModel purchases = with != null
                    ? with.model().withoutCovariates()
                    : comparing == null ? withPrior(family).fit(buyers.base()) : comparing.choice();
            List<String> remarks = new ArrayList<>(
                    purchases.remarks().stream().map(FitRemark::text).toList());
            FittedSpendModel spend = spend(buyers, remarks);
            return new ClvResult(
                    book,
                    lastDay,
                    buyers,
                    purchases,
                    with,
                    spend,
                    values(
                            buyers,
                            with == null ? buyer -> purchases.forecast(buyer.purchases()) : with::forecast,
                            spend == null ? null : spend.model()),
                    comparing == null ? null : comparing.comparison(),
                    remarks);
        } catch (NoFitException e) {
            throw new UnusableDataException(
                    "the model does not fit: " + e.getMessage()
                            + (covariates == null ? "" : "; leave out --covariates to see the model without them"),
                    e);
        }
    }

    private List<RepeatPurchaseFamily> all() {
        return RepeatPurchaseFamilies.continuousTime(step()).stream()
                .map(this::withPrior)
                .toList();
    }

    private RepeatPurchaseFamily withPrior(RepeatPurchaseFamily plain) {
        return prior == null ? plain : plain.withPrior(prior);
    }

    /** Fits the spend model; null, and a remark, if there is none to be fitted: purchases are told then without it. */
    private @Nullable FittedSpendModel spend(CalibrationCustomers buyers, List<String> remarks) {
        SpendFamily family = spendModel.family().orElse(null);
        if (family == null) {
            return null;
        }
        try {
            FittedSpendModel fitted = (prior == null ? family : family.withPrior(prior)).fit(buyers.spendBase());
            fitted.remarks().forEach(remark -> remarks.add(remark.text()));
            return fitted;
        } catch (NoFitException e) {
            remarks.add(e.getMessage() + "; purchases are told without their value");
            return null;
        }
    }

    /** What to tell in words. */
    ClvReport report(ClvResult valued, RowCounts rows, int top) {
        FittedModel purchases = valued.purchases();
        CovariateFit with = valued.covariates();
        Fit fit = with == null ? purchases.fit() : with.model().fit();
        FittedSpendModel spend = valued.spend();
        CalibrationCustomers buyers = valued.buyers();
        ClvPrediction prediction = new ClvPrediction(valued, horizon);
        List<CustomerValue> best = valued.values().stream().limit(top).toList();
        return new ClvReport(
                RepeatPurchaseFamilies.optionName(purchases.name()),
                fit.customers(),
                fit.repeatCustomers(),
                fit.parameters(),
                fit.logLikelihood(),
                fit.converged(),
                spend == null ? null : told(spend),
                prediction.predict(best),
                rows.rejected(),
                calibrationEnd,
                TextFormat.optionWord(step()),
                horizon,
                discountRate,
                new ClvReport.RowReport(
                        rows.transactions(),
                        rows.refunds(),
                        rows.rounded(),
                        rows.later(),
                        buyers.late(),
                        buyers.refunded(),
                        buyers.unusableSpend(),
                        rows.rejections(),
                        rows.notAboveZero()),
                fit.standardErrors(),
                fit.aic(),
                fit.bic(),
                valued.comparison(),
                with == null ? null : with.toReport(),
                valued.remarks(),
                with == null ? prediction.total() : null);
    }

    private ClvReport.SpendReport told(FittedSpendModel spend) {
        return new ClvReport.SpendReport(
                RepeatPurchaseFamilies.optionName(spend.name()).replace(' ', '-'),
                spend.fit().customers(),
                spend.fit().repeatCustomers(),
                spend.parameters(),
                spend.logLikelihood(),
                spend.converged());
    }

    private List<CustomerValue> values(
            CalibrationCustomers buyers,
            Function<CalibrationCustomers.CalibrationCustomer, CustomerForecast> outlooks,
            @Nullable SpendModel spend) {
        double rate = Math.log1p(discountRate) * step().days() / TimeStep.YEAR.days();
        return buyers.all().stream()
                .map(buyer -> value(buyer, outlooks.apply(buyer), spend, rate))
                .sorted(HIGHEST_FIRST)
                .toList();
    }

    private CustomerValue value(
            CalibrationCustomers.CalibrationCustomer buyer,
            CustomerForecast outlook,
            @Nullable SpendModel spend,
            double rate) {
        double expected = outlook.expectedTransactions(horizon);
        return new CustomerValue(
                buyer.name(),
                outlook.pAlive(),
                expected,
                spend == null
                        ? null
                        : worth(buyer, rate == 0 ? expected : outlook.discountedTransactions(horizon, rate), spend),
                null,
                null);
    }

    private static @Nullable Double worth(
            CalibrationCustomers.CalibrationCustomer buyer, double transactions, SpendModel spend) {
        try {
            return transactions * spend.expectedSpend(buyer.spend());
        } catch (NoMeanException e) {
            return null;
        }
    }
}
