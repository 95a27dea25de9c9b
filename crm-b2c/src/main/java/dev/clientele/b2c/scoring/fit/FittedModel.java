package dev.clientele.b2c.scoring.fit;

import dev.clientele.b2c.scoring.data.CustomerSummary;
import dev.clientele.b2c.scoring.data.TimeStep;
import dev.clientele.b2c.scoring.model.CustomerForecast;
import dev.clientele.b2c.scoring.model.RepeatPurchaseModel;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * A repeat-purchase model together with how it was fitted. Immutable and thread-safe.
 *
 * @param model the model at its estimates
 * @param step the unit of its times
 * @param fit how it was fitted
 * @param asOf the last day of the data, if they came with dates
 */
public record FittedModel(RepeatPurchaseModel model, TimeStep step, Fit fit, Optional<LocalDate> asOf) {
    public FittedModel {
        Objects.requireNonNull(model, "model");
        Objects.requireNonNull(step, "step");
        Objects.requireNonNull(fit, "fit");
        Objects.requireNonNull(asOf, "asOf");
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

    /** Forecasts a customer with this history; in this model's unit of time. */
    public CustomerForecast forecast(CustomerSummary customer) {
        return model.forecast(customer);
    }
}
