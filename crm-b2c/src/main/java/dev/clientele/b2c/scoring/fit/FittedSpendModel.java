package dev.clientele.b2c.scoring.fit;

import dev.clientele.b2c.scoring.model.SpendModel;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A spend model together with how it was fitted. Immutable and thread-safe.
 *
 * @param model the model at its estimates
 * @param fit how it was fitted; its customers are those whose spend was used
 * @param remarks what to know before relying on the fit; empty if nothing
 */
public record FittedSpendModel(SpendModel model, Fit fit, List<FitRemark> remarks) {
    public FittedSpendModel {
        Objects.requireNonNull(model, "model");
        Objects.requireNonNull(fit, "fit");
        remarks = List.copyOf(remarks);
    }

    /** Creates a model of whose fit there is nothing to remark. */
    public FittedSpendModel(SpendModel model, Fit fit) {
        this(model, fit, List.of());
    }

    /** Returns the model's name in the literature. */
    public String name() {
        return fit.model();
    }

    /** Returns the estimates by their names in the literature. */
    public Map<String, Double> parameters() {
        return fit.parameters();
    }

    /** Returns the standard error of each estimate. */
    public Map<String, Double> standardErrors() {
        return fit.standardErrors();
    }

    /** Returns the log-likelihood of all the data at the estimates. */
    public double logLikelihood() {
        return fit.logLikelihood();
    }

    /** Returns whether the maximum was reached to the precision of double arithmetic. */
    public boolean converged() {
        return fit.converged();
    }
}
