package dev.clientele.b2c.scoring.model;

import dev.clientele.b2c.scoring.data.CustomerSummary;
import dev.clientele.b2c.scoring.dropout.GompertzDropoutIntegral;
import dev.clientele.b2c.scoring.dropout.GompertzLifetime;
import dev.clientele.core.numerics.ArgumentChecks;
import dev.clientele.core.numerics.LogRisingFactorial;
import dev.clientele.core.numerics.NamedParameters;
import dev.clientele.core.numerics.Softplus;
import java.util.List;
import java.util.Map;

/**
 * The GGompertz/NBD model with known parameters (Bemmaor and Glady 2012, "Modeling Purchasing Behavior with Sudden 'Death': A
 * Flexible Customer Lifetime Model", Management Science 58): like {@link ParetoNbdModel}, but the hazard of leaving may rise
 * or fall with age. As b goes to zero with beta/b fixed it becomes Pareto/NBD.
 *
 * @param r shape of the purchase rates, above 0
 * @param alpha rate parameter of the purchase rates in units of time, above 0
 * @param b growth of the hazard of leaving per unit of time, above 0
 * @param s shape of the hazards, above 0
 * @param beta rate parameter of the hazards, above 0
 */
public record GGompertzNbdModel(double r, double alpha, double b, double s, double beta) implements SeparableModel {
    /** The name in the literature: {@value}. */
    public static final String NAME = "GGompertz/NBD";

    /** The parameters' names in the literature, in the order there. */
    public static final List<String> PARAMETERS = List.of("r", "alpha", "b", "s", "beta");

    public GGompertzNbdModel {
        ArgumentChecks.requireParameter("r", r);
        ArgumentChecks.requireParameter("alpha", alpha);
        ArgumentChecks.requireParameter("b", b);
        ArgumentChecks.requireParameter("s", s);
        ArgumentChecks.requireParameter("beta", beta);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Map<String, Double> parameters() {
        return NamedParameters.of(PARAMETERS, r, alpha, b, s, beta);
    }

    /** Computes equation 10 of the paper, in logarithms. */
    @Override
    public double logLikelihood(CustomerSummary customer) {
        double[] logs = logs(customer.repeats(), customer.recency(), customer.age());
        double high = Math.max(logs[0], logs[1]);
        return LogRisingFactorial.of(r, customer.repeats())
                + r * Math.log(alpha)
                + high
                + Math.log(Math.exp(logs[0] - high) + Math.exp(logs[1] - high));
    }

    @Override
    public CustomerForecast forecastNewCustomer() {
        return new LifetimeForecast(0, r, alpha, new GompertzLifetime(b, s, beta));
    }

    @Override
    public double logAlive(int repeats, double recency, double age) {
        double[] logs = logs(repeats, recency, age);
        return -Softplus.of(logs[1] - logs[0]);
    }

    @Override
    public CustomerForecast forecastAlive(double logAlive, int repeats, double age) {
        return new LifetimeForecast(
                logAlive, r + repeats, alpha + age, new GompertzLifetime(b, s, beta).remainingAfter(age));
    }

    @Override
    public double timeScale() {
        return Math.min(alpha, Math.min(1, beta) / b);
    }

    /** Computes ln of the weights of being alive and of having left during the silence. */
    private double[] logs(int repeats, double recency, double age) {
        GompertzDropoutIntegral silence = new GompertzDropoutIntegral(r + repeats, alpha, b, s, beta);
        return new double[] {silence.logAlive(age), silence.logIntegral(recency, age)};
    }
}
