package dev.clientele.examples.cli.clv;

import dev.clientele.b2c.analytics.PurchaseBook;
import dev.clientele.b2c.scoring.data.CustomerBase;
import dev.clientele.b2c.scoring.data.TimeStep;
import dev.clientele.b2c.scoring.family.RepeatPurchaseFamilies;
import dev.clientele.b2c.scoring.family.RepeatPurchaseFamily;
import dev.clientele.b2c.scoring.fit.FittedModel;
import dev.clientele.b2c.scoring.fit.NoFitException;
import dev.clientele.b2c.scoring.holdout.HoldOut;
import dev.clientele.b2c.scoring.holdout.HoldOutSplit;
import dev.clientele.b2c.scoring.holdout.ModelComparison;
import dev.clientele.examples.cli.clv.ClvReport.ComparisonReport;
import dev.clientele.examples.cli.clv.ClvReport.HoldOutError;
import dev.clientele.examples.cli.clv.ClvReport.ModelReport;
import dev.clientele.examples.cli.transactions.UnusableDataException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Fits all models of purchases at any time and chooses one: by the hold-out, where the data go on after the calibration, else
 * by Akaike's criterion.
 *
 * @param comparison what to tell
 * @param choice the model chosen, fitted
 */
record ModelSelection(ComparisonReport comparison, FittedModel choice) {

    private record FittedCandidate(
            ModelReport comparedModel, @Nullable FittedModel model, double criterion) {}

    /**
     * Compares.
     *
     * @param lastDay the last day of the data
     * @throws UnusableDataException if no model fits
     */
    static ModelSelection of(PurchaseBook<String> book, TimeStep step, LocalDate calibrationEnd, LocalDate lastDay) {
        List<RepeatPurchaseFamily> families = RepeatPurchaseFamilies.continuousTime(step);
        boolean hold = lastDay.isAfter(calibrationEnd);
        List<FittedCandidate> fitted = hold
                ? judged(families, HoldOutSplit.of(book.histories().values(), calibrationEnd, lastDay, book.rule()))
                : fitted(
                        families,
                        CalibrationCustomers.of(book, step, calibrationEnd).base());
        FittedCandidate best = least(fitted, Comparator.comparingDouble(FittedCandidate::criterion));
        FittedCandidate likely =
                least(fitted, Comparator.comparingDouble(one -> model(one).fit().aic()));
        return new ModelSelection(
                new ComparisonReport(
                        hold ? lastDay : null,
                        fitted.stream().map(FittedCandidate::comparedModel).toList(),
                        best.comparedModel().model(),
                        likely.comparedModel().model()),
                model(best));
    }

    private static FittedModel model(FittedCandidate fitted) {
        return Optional.ofNullable(fitted.model()).orElseThrow();
    }

    private static FittedCandidate least(List<FittedCandidate> all, Comparator<FittedCandidate> order) {
        return all.stream()
                .filter(one -> one.model() != null)
                .min(order)
                .orElseThrow(() -> new UnusableDataException(
                        "no model fits: " + all.get(0).comparedModel().model() + ": "
                                + all.get(0).comparedModel().failure()));
    }

    private static List<FittedCandidate> judged(List<RepeatPurchaseFamily> families, HoldOutSplit split) {
        return ModelComparison.of(families, split).models().stream()
                .map(model -> model.fitted()
                        .map(fit -> told(fit, model.holdOut().orElseThrow()))
                        .orElseGet(() -> failed(model.family(), model.failure().orElseThrow())))
                .toList();
    }

    private static List<FittedCandidate> fitted(List<RepeatPurchaseFamily> families, CustomerBase base) {
        List<FittedCandidate> all = new ArrayList<>();
        for (RepeatPurchaseFamily family : families) {
            try {
                all.add(told(family.fit(base), null));
            } catch (NoFitException e) {
                all.add(failed(family, e));
            }
        }
        return all;
    }

    private static FittedCandidate failed(RepeatPurchaseFamily family, NoFitException failure) {
        double reached = failure.lastLogLikelihood();
        return new FittedCandidate(
                new ModelReport(
                        ModelNameConverter.optionName(family),
                        Map.of(),
                        Double.isInfinite(reached) ? null : reached,
                        null,
                        null,
                        null,
                        String.valueOf(failure.getMessage())),
                null,
                Double.POSITIVE_INFINITY);
    }

    private static FittedCandidate told(FittedModel fit, @Nullable HoldOut holdOut) {
        return new FittedCandidate(
                new ModelReport(
                        RepeatPurchaseFamilies.optionName(fit.name()),
                        fit.parameters(),
                        fit.logLikelihood(),
                        fit.fit().aic(),
                        fit.fit().bic(),
                        holdOut == null
                                ? null
                                : new HoldOutError(
                                        holdOut.expected(),
                                        holdOut.actual(),
                                        holdOut.meanAbsoluteError(),
                                        holdOut.rootMeanSquareError(),
                                        holdOut.calibrationError()),
                        null),
                fit,
                holdOut == null ? fit.fit().aic() : holdOut.rootMeanSquareError());
    }
}
