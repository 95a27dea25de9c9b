package dev.clientele.b2c.scoring.holdout;

import dev.clientele.b2c.scoring.family.RepeatPurchaseFamily;
import dev.clientele.b2c.scoring.fit.FittedModel;
import dev.clientele.b2c.scoring.fit.NoFitException;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * One model of a comparison: either fitted, and judged if there is a hold-out period, or the reason why not. Immutable and thread-safe.
 *
 * @param family the kind of model
 * @param fitted the fit, if there is one
 * @param holdOut how it did in the hold-out period, if there is a fit and such a period
 * @param logScore of the hold-out period, if it was judged; see {@link HoldOutSplit#logScore}
 * @param failure why there is no fit, if there is none
 */
public record ComparedModel(
        RepeatPurchaseFamily family,
        Optional<FittedModel> fitted,
        Optional<HoldOut> holdOut,
        OptionalDouble logScore,
        Optional<NoFitException> failure) {
    public ComparedModel {
        Objects.requireNonNull(family, "family");
        if (fitted.isPresent() == failure.isPresent()
                || (holdOut.isPresent() && failure.isPresent())
                || holdOut.isPresent() != logScore.isPresent()) {
            throw new IllegalArgumentException(
                    "a model must be either fitted or have failed, and only a fitted one is judged, in both ways");
        }
    }

    /** Returns the model's name in the literature. */
    public String name() {
        return family.name();
    }

    /** Returns the log-likelihood that was reached; of a model that couldn't be fitted, where its search ended. */
    public double logLikelihood() {
        return fitted.map(FittedModel::logLikelihood)
                .orElseGet(() -> failure.orElseThrow().lastLogLikelihood());
    }

    /**
     * Returns what models are ranked by, less being better: AIC, and −2 times the log score where there is a hold-out; see {@link
     * ModelComparison}. Empty if the model couldn't be fitted.
     */
    public OptionalDouble deviance() {
        return fitted.isEmpty()
                ? OptionalDouble.empty()
                : OptionalDouble.of(fitted.get().fit().aic() - 2 * logScore.orElse(0));
    }
}
