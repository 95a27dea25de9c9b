package dev.clientele.b2c.scoring.model;

import dev.clientele.b2c.scoring.data.CustomerSummary;
import dev.clientele.b2c.scoring.dropout.ParetoDropoutIntegral;
import dev.clientele.b2c.scoring.dropout.ParetoLifetime;
import dev.clientele.core.numerics.ArgumentChecks;
import dev.clientele.core.numerics.LogRisingFactorial;
import dev.clientele.core.numerics.NamedParameters;
import dev.clientele.core.numerics.Softplus;
import java.util.List;
import java.util.Map;

/**
 * The Pareto/NBD model with known parameters (Schmittlein, Morrison and Colombo 1987, "Counting Your Customers: Who Are They
 * and What Will They Do Next?", Management Science 33; formulas as in Fader and Hardie 2005, "A Note on Deriving the
 * Pareto/NBD Model and Related Expressions"): a customer buys at random times until leaving at a random time, both at rates
 * that differ between customers by gamma distributions.
 *
 * @param r shape of the purchase rates, above 0
 * @param alpha rate parameter of the purchase rates in units of time, above 0
 * @param s shape of the dropout rates, above 0
 * @param beta rate parameter of the dropout rates in units of time, above 0
 */
public record ParetoNbdModel(double r, double alpha, double s, double beta) implements SeparableModel {
    /** The name in the literature: {@value}. */
    public static final String NAME = "Pareto/NBD";

    /** The parameters' names in the literature, in the order there. */
    public static final List<String> PARAMETERS = List.of("r", "alpha", "s", "beta");

    public ParetoNbdModel {
        ArgumentChecks.requireParameter("r", r);
        ArgumentChecks.requireParameter("alpha", alpha);
        ArgumentChecks.requireParameter("s", s);
        ArgumentChecks.requireParameter("beta", beta);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Map<String, Double> parameters() {
        return NamedParameters.of(PARAMETERS, r, alpha, s, beta);
    }

    /** Computes equation 18 of the note, in logarithms. */
    @Override
    public double logLikelihood(CustomerSummary customer) {
        int x = customer.repeats();
        double stayed = LogRisingFactorial.of(r, x)
                - r * Math.log1p(customer.age() / alpha)
                - x * Math.log(alpha + customer.age())
                - s * Math.log1p(customer.age() / beta);
        return stayed + Softplus.of(logOddsGone(x, customer.recency(), customer.age()));
    }

    /** Computes equation 27 (unconditional expectation). */
    @Override
    public CustomerForecast forecastNewCustomer() {
        return new LifetimeForecast(0, r, alpha, new ParetoLifetime(s, beta));
    }

    /** Computes equation 31 of the note. */
    @Override
    public double logAlive(int repeats, double recency, double age) {
        return -Softplus.of(logOddsGone(repeats, recency, age));
    }

    /** Computes equation 41 of the note (conditional expectation) and its kin. */
    @Override
    public CustomerForecast forecastAlive(double logAlive, int repeats, double age) {
        return new LifetimeForecast(logAlive, r + repeats, alpha + age, new ParetoLifetime(s, beta + age));
    }

    @Override
    public double timeScale() {
        return Math.min(alpha, beta);
    }

    /** Computes ln of the odds that the customer left during the silence; −∞ if there was none. */
    private double logOddsGone(int x, double from, double until) {
        double shape = r + x;
        double silence = new ParetoDropoutIntegral(alpha, beta).integrate(shape, s + 1, from, until, false);
        return Math.log(s * silence / (beta + from))
                + shape * Math.log1p((until - from) / (alpha + from))
                + s * Math.log1p((until - from) / (beta + from));
    }
}
