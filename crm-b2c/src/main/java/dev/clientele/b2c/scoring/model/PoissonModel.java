package dev.clientele.b2c.scoring.model;

import dev.clientele.b2c.scoring.data.CustomerSummary;
import dev.clientele.core.numerics.ArgumentChecks;
import dev.clientele.core.numerics.NamedParameters;
import java.util.List;
import java.util.Map;

/**
 * The Poisson model with a known parameter: all customers buy at random times at the same rate and never leave. The limit of NBD as
 * r and alpha go to infinity with r/alpha = lambda (Ehrenberg 1959, "The Pattern of Consumer Purchases", Applied Statistics 8, who
 * builds NBD from it), and so of all models that contain NBD.
 *
 * @param lambda purchases per unit of time, above 0
 */
public record PoissonModel(double lambda) implements SeparableModel {
    /** The name in the literature: {@value}. */
    public static final String NAME = "Poisson";

    /** The parameter's name in the literature. */
    public static final List<String> PARAMETERS = List.of("lambda");

    public PoissonModel {
        ArgumentChecks.requireParameter("lambda", lambda);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Map<String, Double> parameters() {
        return NamedParameters.of(PARAMETERS, lambda);
    }

    /** Computes x ln lambda − lambda T: of the purchase times, not their number, as the other models do. */
    @Override
    public double logLikelihood(CustomerSummary customer) {
        return customer.repeats() * Math.log(lambda) - lambda * customer.age();
    }

    @Override
    public CustomerForecast forecastNewCustomer() {
        return new PoissonForecast(0, lambda);
    }

    @Override
    public double logAlive(int repeats, double recency, double age) {
        return 0;
    }

    @Override
    public CustomerForecast forecastAlive(double logAlive, int repeats, double age) {
        return new PoissonForecast(logAlive, lambda);
    }

    @Override
    public double timeScale() {
        return 1 / lambda;
    }
}
