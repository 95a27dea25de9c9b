package dev.clientele.b2c.scoring.model;

import dev.clientele.b2c.scoring.data.CustomerSummary;
import dev.clientele.core.numerics.ArgumentChecks;
import dev.clientele.core.numerics.LogRisingFactorial;
import dev.clientele.core.numerics.NamedParameters;
import java.util.List;
import java.util.Map;

/**
 * The BG/BB model with known parameters (Fader, Hardie and Shang 2010, "Customer-Base Analysis in a Discrete-Time
 * Noncontractual Setting", Marketing Science 29): at each of a row of opportunities a customer who is alive buys with a
 * probability that differs between customers by a beta distribution, and before each one leaves with a probability that
 * differs by another. Time counts opportunities: {@link CustomerSummary#recency()} and {@link CustomerSummary#age()} are
 * whole numbers, and there are no more purchases than opportunities.
 *
 * @param alpha first shape of the purchase probabilities, above 0
 * @param beta second shape of the purchase probabilities, above 0
 * @param gamma first shape of the dropout probabilities, above 0
 * @param delta second shape of the dropout probabilities, above 0
 */
public record BgBbModel(double alpha, double beta, double gamma, double delta) implements RepeatPurchaseModel {
    /** The name in the literature: {@value}. */
    public static final String NAME = "BG/BB";

    /** The parameters' names in the literature, in the order there. */
    public static final List<String> PARAMETERS = List.of("alpha", "beta", "gamma", "delta");

    public BgBbModel {
        ArgumentChecks.requireParameter("alpha", alpha);
        ArgumentChecks.requireParameter("beta", beta);
        ArgumentChecks.requireParameter("gamma", gamma);
        ArgumentChecks.requireParameter("delta", delta);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Map<String, Double> parameters() {
        return NamedParameters.of(PARAMETERS, alpha, beta, gamma, delta);
    }

    @Override
    public boolean countsOpportunities() {
        return true;
    }

    /** Computes equation 5 of the paper, in logarithms: of one given sequence of purchases. */
    @Override
    public double logLikelihood(CustomerSummary customer) {
        requireWholeOpportunities(customer);
        int x = customer.repeats();
        int last = (int) customer.recency();
        double untilLast = LogRisingFactorial.of(alpha, x)
                + LogRisingFactorial.of(beta, last - x)
                - LogRisingFactorial.of(alpha + beta, last)
                + LogRisingFactorial.of(delta, last)
                - LogRisingFactorial.of(gamma + delta, last);
        return untilLast + logSilence(customer, true);
    }

    /** Computes equations 7 and 8 of the paper. */
    @Override
    public CustomerForecast forecastNewCustomer() {
        return new BgBbForecast(0, alpha, beta, gamma, delta);
    }

    /**
     * Computes equations 11, 13 and 14 of the paper. Alive means alive at the last opportunity; after one more
     * opportunity it is the paper's P(alive at n + 1).
     */
    @Override
    public CustomerForecast forecast(CustomerSummary customer) {
        requireWholeOpportunities(customer);
        int x = customer.repeats();
        double n = customer.age();
        double logAlive = logSilence(customer, false) - logSilence(customer, true);
        return new BgBbForecast(Math.min(0, logAlive), alpha + x, beta + n - x, gamma, delta + n);
    }

    /**
     * Computes ln of the probability of no purchase after the last one until now, relative to having been alive at it.
     *
     * @param anyway whether leaving counts as a reason
     */
    private double logSilence(CustomerSummary customer, boolean anyway) {
        int x = customer.repeats();
        int last = (int) customer.recency();
        int n = (int) customer.age();
        if (!anyway) {
            return LogRisingFactorial.of(beta + last - x, n - last)
                    - LogRisingFactorial.of(alpha + beta + last, n - last)
                    + LogRisingFactorial.of(delta + last, n - last)
                    - LogRisingFactorial.of(gamma + delta + last, n - last);
        }
        double weight = 1;
        double sum = 0;
        for (int m = last; m < n; m++) {
            sum += weight * (gamma / (gamma + delta + m));
            weight *= (beta + m - x) / (alpha + beta + m) * ((delta + m) / (gamma + delta + m));
        }
        return Math.log(sum + weight);
    }

    /**
     * Checks that a customer's times count opportunities.
     *
     * @throws IllegalArgumentException if they are not whole numbers, or there are more repeats than opportunities
     */
    public static void requireWholeOpportunities(CustomerSummary customer) {
        boolean whole = customer.age() == Math.rint(customer.age())
                && customer.recency() == Math.rint(customer.recency())
                && customer.age() <= Integer.MAX_VALUE;
        if (!whole || customer.repeats() > customer.recency()) {
            throw new IllegalArgumentException(
                    "customer must have whole numbers of opportunities and no more repeats than opportunities, counted by"
                            + " calendar period (CustomerBase.opportunities), was " + customer);
        }
    }
}
