package dev.clientele.b2c.scoring.family;

import dev.clientele.b2c.scoring.data.CustomerSummary;
import dev.clientele.b2c.scoring.data.TimeStep;
import dev.clientele.b2c.scoring.fit.Fit;
import dev.clientele.b2c.scoring.fit.FittedModel;
import dev.clientele.b2c.scoring.fit.LikelihoodRatioTest;
import dev.clientele.b2c.scoring.model.CustomerForecast;
import dev.clientele.b2c.scoring.model.RepeatPurchaseModel;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** A model with covariates together with how it was fitted. Immutable and thread-safe. */
public final class FittedCovariateModel {
    private final LikelihoodFamily family;
    private final List<String> covariates;
    private final List<CovariateEffect> effects;
    private final Fit fit;
    private final FittedModel plain;

    FittedCovariateModel(
            LikelihoodFamily family,
            List<String> covariates,
            List<CovariateEffect> effects,
            Fit fit,
            FittedModel plain) {
        this.family = family;
        this.covariates = covariates;
        this.effects = effects;
        this.fit = fit;
        this.plain = plain;
    }

    /** Returns the fit: the parameters where all covariates are 0, then the coefficients. */
    public Fit fit() {
        return fit;
    }

    /** Returns the unit of the model's times. */
    public TimeStep step() {
        return family.step();
    }

    /** Returns the names of the covariates, in the order in which {@link #modelFor} takes them. */
    public List<String> covariates() {
        return covariates;
    }

    /** Returns the parameters and coefficients by name. */
    public Map<String, Double> parameters() {
        return fit.parameters();
    }

    /** Returns the same kind of model fitted to the same customers without their covariates. */
    public FittedModel withoutCovariates() {
        return plain;
    }

    /** Tests whether the covariates explain more than chance would. */
    public LikelihoodRatioTest likelihoodRatioTest() {
        return LikelihoodRatioTest.of(plain.fit(), fit);
    }

    /**
     * Returns the model of customers with these covariates.
     *
     * @param values finite, one for each of {@link #covariates()} in their order
     */
    public RepeatPurchaseModel modelFor(double... values) {
        return modelFor(fit.estimates(), values);
    }

    /**
     * Returns the model of customers with these covariates by other estimates, such as those drawn from the distribution of these.
     *
     * @param estimates as many as {@link #parameters()}, in their order
     * @param values finite, one for each of {@link #covariates()} in their order
     */
    public RepeatPurchaseModel modelFor(double[] estimates, double[] values) {
        if (estimates.length != fit.parameters().size()) {
            throw new IllegalArgumentException(
                    "estimates must be " + fit.parameters().keySet() + ", were " + estimates.length);
        }
        if (values.length != covariates.size() || Arrays.stream(values).anyMatch(value -> !Double.isFinite(value))) {
            throw new IllegalArgumentException(
                    "values must be finite, one for each of " + covariates + ", were " + Arrays.toString(values));
        }
        int n = family.parameterNames().size();
        return family.withParameters(CovariateEffect.apply(
                Arrays.copyOf(estimates, n), effects, Arrays.copyOfRange(estimates, n, estimates.length), values));
    }

    /** Forecasts a customer with this history and these covariates. */
    public CustomerForecast forecast(CustomerSummary customer, double... values) {
        return modelFor(values).forecast(customer);
    }
}
