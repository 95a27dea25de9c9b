package dev.clientele.examples.cli.clv;

import dev.clientele.b2c.analytics.PurchaseBook;
import dev.clientele.b2c.scoring.family.RepeatPurchaseFamilies;
import dev.clientele.b2c.scoring.family.RepeatPurchaseFamily;
import dev.clientele.b2c.scoring.fit.FitRemark;
import dev.clientele.b2c.scoring.fit.FittedModel;
import dev.clientele.b2c.scoring.fit.NoFitException;
import dev.clientele.b2c.scoring.holdout.ComparedModel;
import dev.clientele.b2c.scoring.holdout.HoldOut;
import dev.clientele.b2c.scoring.holdout.HoldOutSplit;
import dev.clientele.b2c.scoring.holdout.ModelComparison;
import dev.clientele.examples.cli.clv.ClvReport.ComparisonReport;
import dev.clientele.examples.cli.clv.ClvReport.HoldOutError;
import dev.clientele.examples.cli.clv.ClvReport.ModelReport;
import dev.clientele.examples.cli.transactions.UnusableDataException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Fits all models of purchases at any time and chooses one by Akaike's criterion, and by the log score of the hold-out where the data go
 * on after the calibration.
 *
 * @param comparison what to tell
 * @param choice the model chosen, fitted
 */
record ModelSelection(ComparisonReport comparison, FittedModel choice) {

    private static final String FITTED = "AIC";
    private static final String JUDGED = "AIC less twice the log score";

    /**
     * Compares.
     *
     * @param buyers the customers as they stood at the end of the calibration
     * @param families to choose from
     * @param lastDay the last day of the data
     * @throws UnusableDataException if no model fits
     */
    static ModelSelection of(
            PurchaseBook<String> book,
            CalibrationCustomers buyers,
            List<RepeatPurchaseFamily> families,
            LocalDate calibrationEnd,
            LocalDate lastDay) {
        boolean hold = lastDay.isAfter(calibrationEnd);
        ModelComparison compared = hold
                ? ModelComparison.of(
                        families, HoldOutSplit.of(book.histories().values(), calibrationEnd, lastDay, book.rule()))
                : ModelComparison.of(families, buyers.base());
        ComparedModel best = compared.best().orElseThrow(() -> noneFits(compared));
        return new ModelSelection(
                new ComparisonReport(
                        hold ? lastDay : null,
                        hold ? JUDGED : FITTED,
                        compared.models().stream().map(ModelSelection::told).toList(),
                        name(best),
                        compared.leastError().map(ModelSelection::name).orElse(null)),
                best.fitted().orElseThrow());
    }

    private static UnusableDataException noneFits(ModelComparison compared) {
        ComparedModel first = compared.models().get(0);
        return new UnusableDataException("no model fits: " + name(first) + ": "
                + first.failure().orElseThrow().getMessage());
    }

    private static String name(ComparedModel model) {
        return ModelNameConverter.optionName(model.family());
    }

    private static ModelReport told(ComparedModel model) {
        return model.fitted()
                .map(fitted -> new ModelReport(
                        name(model),
                        fitted.parameters(),
                        fitted.logLikelihood(),
                        fitted.fit().aic(),
                        fitted.fit().bic(),
                        model.holdOut()
                                .map(holdOut -> told(holdOut, model.logScore().orElseThrow()))
                                .orElse(null),
                        null,
                        finite(model.deviance().orElse(Double.POSITIVE_INFINITY)),
                        fitted.name().equals(model.name()) ? null : RepeatPurchaseFamilies.optionName(fitted.name()),
                        fitted.remarks().stream().map(FitRemark::text).toList()))
                .orElseGet(() -> failed(name(model), model.failure().orElseThrow()));
    }

    private static HoldOutError told(HoldOut holdOut, double logScore) {
        return new HoldOutError(
                holdOut.expected(),
                holdOut.actual(),
                finite(logScore),
                holdOut.meanAbsoluteError(),
                holdOut.rootMeanSquareError(),
                holdOut.calibrationError());
    }

    private static ModelReport failed(String name, NoFitException failure) {
        return new ModelReport(
                name,
                Map.of(),
                finite(failure.lastLogLikelihood()),
                null,
                null,
                null,
                String.valueOf(failure.getMessage()),
                null,
                null,
                List.of());
    }

    private static @Nullable Double finite(double logarithm) {
        return Double.isInfinite(logarithm) ? null : logarithm;
    }
}
