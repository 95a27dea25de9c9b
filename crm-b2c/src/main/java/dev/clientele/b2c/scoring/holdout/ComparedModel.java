package dev.clientele.b2c.scoring.holdout;

import dev.clientele.b2c.scoring.family.RepeatPurchaseFamily;
import dev.clientele.b2c.scoring.fit.FittedModel;
import dev.clientele.b2c.scoring.fit.NoFitException;
import java.util.Objects;
import java.util.Optional;

/**
 * One model of a comparison: either fitted and judged, or the reason why not. Immutable and thread-safe.
 *
 * @param family the kind of model
 * @param fitted the fit, if there is one
 * @param holdOut how it did in the hold-out period, if there is a fit
 * @param failure why there is no fit, if there is none
 */
public record ComparedModel(
        RepeatPurchaseFamily family,
        Optional<FittedModel> fitted,
        Optional<HoldOut> holdOut,
        Optional<NoFitException> failure) {
    public ComparedModel {
        Objects.requireNonNull(family, "family");
        if (fitted.isPresent() != holdOut.isPresent() || fitted.isPresent() == failure.isPresent()) {
            throw new IllegalArgumentException("a model must be either fitted and judged or have failed");
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
}
