package dev.clientele.b2c.scoring.model;

import dev.clientele.b2c.scoring.data.CustomerSummary;
import dev.clientele.core.numerics.ArgumentChecks;
import dev.clientele.core.numerics.LogRisingFactorial;
import dev.clientele.core.numerics.NamedParameters;
import dev.clientele.core.numerics.Softplus;
import java.util.List;
import java.util.Map;

/**
 * The BG/NBD model with known parameters (Fader, Hardie and Lee 2005, "Counting Your Customers the Easy Way", Marketing
 * Science 24): while active, a customer buys at random times at a rate that differs between customers by a gamma
 * distribution, and after each repeat purchase becomes inactive with a probability that differs by a beta distribution.
 *
 * @param r shape of the purchase rates, above 0
 * @param alpha rate parameter of the purchase rates in units of time, above 0
 * @param a first shape of the dropout probabilities, above 0
 * @param b second shape of the dropout probabilities, above 0
 */
public record BgNbdModel(double r, double alpha, double a, double b) implements SeparableModel {
    /** The name in the literature: {@value}. */
    public static final String NAME = "BG/NBD";

    /** The parameters' names in the literature, in the order there. */
    public static final List<String> PARAMETERS = List.of("r", "alpha", "a", "b");

    public BgNbdModel {
        ArgumentChecks.requireParameter("r", r);
        ArgumentChecks.requireParameter("alpha", alpha);
        ArgumentChecks.requireParameter("a", a);
        ArgumentChecks.requireParameter("b", b);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Map<String, Double> parameters() {
        return NamedParameters.of(PARAMETERS, r, alpha, a, b);
    }

    /** Computes equation 6 of the paper, in logarithms. */
    @Override
    public double logLikelihood(CustomerSummary customer) {
        int x = customer.repeats();
        double never = LogRisingFactorial.of(r, x)
                + LogRisingFactorial.of(b, x)
                - LogRisingFactorial.of(a + b, x)
                - r * Math.log1p(customer.age() / alpha)
                - x * Math.log(alpha + customer.age());
        return x == 0 ? never : never + Softplus.of(logOddsGone(x, customer.recency(), customer.age()));
    }

    /**
     * Computes the paper's equation 9 (unconditional): dropout is possible only after a repeat purchase, so all are
     * active.
     */
    @Override
    public CustomerForecast forecastNewCustomer() {
        return new BetaGeometricForecast(0, r, alpha, a, b);
    }

    /** Computes P(alive) as in the authors' note of 2008, "Computing P(alive) Using the BG/NBD Model". */
    @Override
    public double logAlive(int repeats, double recency, double age) {
        return repeats == 0 ? 0 : -Softplus.of(logOddsGone(repeats, recency, age));
    }

    /** Computes equation 10 of the paper (conditional expectation) and its kin. */
    @Override
    public CustomerForecast forecastAlive(double logAlive, int repeats, double age) {
        return new BetaGeometricForecast(logAlive, r + repeats, alpha + age, a, b + repeats);
    }

    @Override
    public double timeScale() {
        return alpha;
    }

    /** Computes ln of the odds that the customer left right after the last purchase. */
    private double logOddsGone(int x, double recency, double age) {
        double silence = (age - recency) / (alpha + recency);
        return Math.log(a / (b + (x - 1))) + (r + x) * Math.log1p(silence);
    }
}
