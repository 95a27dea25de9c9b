package dev.clientele.b2c.scoring.model;

import dev.clientele.b2c.scoring.data.CustomerSummary;
import dev.clientele.core.numerics.ArgumentChecks;
import dev.clientele.core.numerics.LogRisingFactorial;
import dev.clientele.core.numerics.NamedParameters;
import dev.clientele.core.numerics.Softplus;
import java.util.List;
import java.util.Map;

/**
 * The MBG/NBD model with known parameters (Batislam, Denizel and Filiztekin 2007, "Empirical Validation and Comparison of
 * Models for Customer Base Analysis", International Journal of Research in Marketing 24): like {@link BgNbdModel}, but a
 * customer may also leave right after the first purchase.
 *
 * @param r shape of the purchase rates, above 0
 * @param alpha rate parameter of the purchase rates in units of time, above 0
 * @param a first shape of the dropout probabilities, above 0
 * @param b second shape of the dropout probabilities, above 0
 */
public record MbgNbdModel(double r, double alpha, double a, double b) implements SeparableModel {
    /** The name in the literature: {@value}. */
    public static final String NAME = "MBG/NBD";

    /** The parameters' names in the literature, in the order there. */
    public static final List<String> PARAMETERS = List.of("r", "alpha", "a", "b");

    public MbgNbdModel {
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

    /** Computes equation 2 of the paper, in logarithms. */
    @Override
    public double logLikelihood(CustomerSummary customer) {
        int x = customer.repeats();
        double stayed = LogRisingFactorial.of(r, x)
                + LogRisingFactorial.of(b, x + 1)
                - LogRisingFactorial.of(a + b, x + 1)
                - r * Math.log1p(customer.age() / alpha)
                - x * Math.log(alpha + customer.age());
        return stayed + Softplus.of(logOddsGone(x, customer.recency(), customer.age()));
    }

    /** Computes equation 7 of the paper; who is new has had one chance to leave. */
    @Override
    public CustomerForecast forecastNewCustomer() {
        return new BetaGeometricForecast(-Math.log1p(a / b), r, alpha, a, b + 1);
    }

    /** Computes equation 3 of the paper. */
    @Override
    public double logAlive(int repeats, double recency, double age) {
        return -Softplus.of(logOddsGone(repeats, recency, age));
    }

    /** Computes equation 8 of the paper (conditional expectation) and its kin. */
    @Override
    public CustomerForecast forecastAlive(double logAlive, int repeats, double age) {
        return new BetaGeometricForecast(logAlive, r + repeats, alpha + age, a, b + repeats + 1);
    }

    @Override
    public double timeScale() {
        return alpha;
    }

    /** Computes ln of the odds that the customer left right after the last purchase. */
    private double logOddsGone(int x, double recency, double age) {
        double silence = (age - recency) / (alpha + recency);
        return Math.log(a / (b + x)) + (r + x) * Math.log1p(silence);
    }
}
