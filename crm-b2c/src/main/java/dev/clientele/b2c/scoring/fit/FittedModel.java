package dev.clientele.b2c.scoring.fit;

import dev.clientele.b2c.scoring.data.CustomerSummary;
import dev.clientele.b2c.scoring.data.TimeStep;
import dev.clientele.b2c.scoring.model.CustomerForecast;
import dev.clientele.b2c.scoring.model.RepeatPurchaseModel;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A repeat-purchase model together with how it was fitted. Immutable and thread-safe.
 *
 * @param model the model at its estimates
 * @param step the unit of its times
 * @param fit how it was fitted
 * @param asOf the last day of the data, if they came with dates
 * @param remarks what to know before relying on the fit, such as that a simpler model was fitted than was asked for; empty if nothing
 */
public record FittedModel(
        RepeatPurchaseModel model, TimeStep step, Fit fit, Optional<LocalDate> asOf, List<FitRemark> remarks) {
    public FittedModel {
        Objects.requireNonNull(model, "model");
        Objects.requireNonNull(step, "step");
        Objects.requireNonNull(fit, "fit");
        Objects.requireNonNull(asOf, "asOf");
        remarks = List.copyOf(remarks);
    }

    /** Creates a model of whose fit there is nothing to remark. */
    public FittedModel(RepeatPurchaseModel model, TimeStep step, Fit fit, Optional<LocalDate> asOf) {
        this(model, step, fit, asOf, List.of());
    }

    /** Returns a copy with remarks after those that there are. */
    public FittedModel withRemarks(List<FitRemark> more) {
        return new FittedModel(
                model,
                step,
                fit,
                asOf,
                Stream.concat(remarks.stream(), more.stream()).toList());
    }

    /** Returns the model's name in the literature: of a limiting case its own, not that of the model that was asked for. */
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
