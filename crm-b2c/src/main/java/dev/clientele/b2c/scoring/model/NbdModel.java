package dev.clientele.b2c.scoring.model;

import dev.clientele.b2c.scoring.data.CustomerSummary;
import dev.clientele.b2c.scoring.dropout.InfiniteLifetime;
import dev.clientele.core.numerics.ArgumentChecks;
import dev.clientele.core.numerics.LogRisingFactorial;
import dev.clientele.core.numerics.NamedParameters;
import java.util.List;
import java.util.Map;

/**
 * The NBD model with known parameters (Ehrenberg 1959, "The Pattern of Consumer Purchases", Applied Statistics 8): customers
 * buy at random times at rates that differ by a gamma distribution, and never leave. The yardstick for all others.
 *
 * @param r shape of the purchase rates, above 0
 * @param alpha rate parameter of the purchase rates in units of time, above 0
 */
public record NbdModel(double r, double alpha) implements SeparableModel {
    /** The name in the literature: {@value}. */
    public static final String NAME = "NBD";

    /** The parameters' names in the literature, in the order there. */
    public static final List<String> PARAMETERS = List.of("r", "alpha");

    public NbdModel {
        ArgumentChecks.requireParameter("r", r);
        ArgumentChecks.requireParameter("alpha", alpha);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Map<String, Double> parameters() {
        return NamedParameters.of(PARAMETERS, r, alpha);
    }

    /**
     * Computes the likelihood of the purchase times, not their number: what the other models' likelihoods compare with.
     */
    @Override
    public double logLikelihood(CustomerSummary customer) {
        int x = customer.repeats();
        return LogRisingFactorial.of(r, x)
                - r * Math.log1p(customer.age() / alpha)
                - x * Math.log(alpha + customer.age());
    }

    @Override
    public CustomerForecast forecastNewCustomer() {
        return new LifetimeForecast(0, r, alpha, new InfiniteLifetime());
    }

    @Override
    public double logAlive(int repeats, double recency, double age) {
        return 0;
    }

    @Override
    public CustomerForecast forecastAlive(double logAlive, int repeats, double age) {
        return new LifetimeForecast(logAlive, r + repeats, alpha + age, new InfiniteLifetime());
    }

    @Override
    public double timeScale() {
        return alpha;
    }
}
