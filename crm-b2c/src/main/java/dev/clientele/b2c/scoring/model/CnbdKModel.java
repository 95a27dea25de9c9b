package dev.clientele.b2c.scoring.model;

import dev.clientele.b2c.scoring.data.CustomerSummary;
import dev.clientele.b2c.scoring.dropout.ErlangDropout;
import dev.clientele.core.numerics.ArgumentChecks;
import dev.clientele.core.numerics.LogRisingFactorial;
import dev.clientele.core.numerics.NamedParameters;
import dev.clientele.core.numerics.Softplus;
import java.util.List;
import java.util.Map;

/**
 * The BG/CNBD-k and MBG/CNBD-k models with known parameters (Platzer and Reutterer 2016, "Ticking Away the Moments: Timing
 * Regularity Helps to Better Predict Customer Activity", Marketing Science 35(5), 779-799; Reutterer, Platzer and Schroeder
 * 2021, "Leveraging purchase regularity for predicting customer behavior the easy way", International Journal of Research in
 * Marketing 38(1), 194-215): like {@link BgNbdModel} and {@link MbgNbdModel}, but the time between purchases is Erlang-k, the
 * sum of k random waits, and so the more regular the larger k is. With k = 1 they are those models.
 *
 * <p>How many of the k waits have passed since the last purchase can't be seen, but its distribution follows from the
 * silence; given it, everything is a sum of positive terms. So the conditional expectation is exact here, where the papers
 * approximate it.
 *
 * @param dropoutAtZero whether a customer may leave right after the first purchase: MBG/CNBD-k if so, BG/CNBD-k if not
 * @param k how many random waits make the time between purchases, from 1 to 100
 * @param r shape of the rates of waits, above 0
 * @param alpha rate parameter of the rates of waits in units of time, above 0
 * @param a first shape of the dropout probabilities, above 0
 * @param b second shape of the dropout probabilities, above 0
 */
public record CnbdKModel(boolean dropoutAtZero, int k, double r, double alpha, double a, double b)
        implements PhasedModel {
    /** The name in the literature of the model in which nobody leaves before the second purchase: {@value}. */
    public static final String BG_NAME = "BG/CNBD-k";

    /** The name in the literature of the model in which customers may leave after the first purchase: {@value}. */
    public static final String MBG_NAME = "MBG/CNBD-k";

    /** The parameters' names in the literature, in the order there. */
    public static final List<String> PARAMETERS = List.of("k", "r", "alpha", "a", "b");

    /** The largest k that a model can have. */
    public static final int MAX_K = 100;

    public CnbdKModel {
        if (k < 1 || k > MAX_K) {
            throw new IllegalArgumentException("k must be from 1 to " + MAX_K + ", was " + k);
        }
        ArgumentChecks.requireParameter("r", r);
        ArgumentChecks.requireParameter("alpha", alpha);
        ArgumentChecks.requireParameter("a", a);
        ArgumentChecks.requireParameter("b", b);
    }

    @Override
    public String name() {
        return dropoutAtZero ? MBG_NAME : BG_NAME;
    }

    @Override
    public Map<String, Double> parameters() {
        return NamedParameters.of(PARAMETERS, k, r, alpha, a, b);
    }

    /**
     * Computes equation 5 of the paper of 2021, for the number of purchases and the time of the last: times in between,
     * which a summary doesn't have, are averaged over. Comparable with that of {@link BgNbdModel}, which it is for k =
     * 1.
     */
    @Override
    public double logLikelihood(CustomerSummary customer) {
        int x = customer.repeats();
        double t = customer.age();
        double[] alive = new double[k];
        double gone = weights(x, customer.recency(), t, alive);
        double high = Math.max(0, gone);
        double sum = Math.exp(gone - high);
        for (double weight : alive) {
            sum += weight * Math.exp(-high);
        }
        return LogRisingFactorial.of(r, k * x)
                - r * Math.log1p(t / alpha)
                - k * x * Math.log(alpha + t)
                + LogRisingFactorial.of(b, x + early())
                - LogRisingFactorial.of(a + b, x + early())
                + high
                + Math.log(sum)
                + ErlangDropout.logErlangRatio(k, x, customer.recency());
    }

    @Override
    public CustomerForecast forecastNewCustomer() {
        double[] phases = new double[k];
        phases[0] = 1;
        return new PhasedForecast(dropoutAtZero ? -Math.log1p(a / b) : 0, phases, r, alpha, a, b + early());
    }

    @Override
    public CustomerForecast forecast(CustomerSummary customer) {
        double[] phases = new double[k];
        double logAlive = logAlive(customer.repeats(), customer.recency(), customer.age(), phases);
        int x = customer.repeats();
        return new PhasedForecast(logAlive, phases, r + k * x, alpha + customer.age(), a, b + x + early());
    }

    @Override
    public int phases() {
        return k;
    }

    @Override
    public double fillPhaseProbabilities(int repeats, double recency, double age, double[] alive) {
        double whole = Math.exp(logAlive(repeats, recency, age, alive));
        for (int j = 0; j < k; j++) {
            alive[j] *= whole;
        }
        return whole;
    }

    @Override
    public CustomerForecast forecastInPhase(int phase, int repeats, double age) {
        double[] phases = new double[k];
        phases[phase] = 1;
        return new PhasedForecast(0, phases, r + k * repeats, alpha + age, a, b + repeats + early());
    }

    @Override
    public double timeScale() {
        return alpha;
    }

    /** Computes ln P(alive); fills in the distribution of the phase given that. */
    private double logAlive(int x, double recency, double age, double[] phases) {
        double gone = weights(x, recency, age, phases);
        double sum = 0;
        for (double weight : phases) {
            sum += weight;
        }
        for (int j = 0; j < k; j++) {
            phases[j] /= sum;
        }
        return gone == Double.NEGATIVE_INFINITY ? 0 : -Softplus.of(gone - Math.log(sum));
    }

    /** Fills in the weight of being alive in each phase, that of phase 0 being 1; ln of the weight of having left. */
    private double weights(int x, double recency, double age, double[] alive) {
        double shape = r + (double) k * x;
        double share = (age - recency) / (alpha + age);
        double weight = 1;
        for (int j = 0; j < k; j++) {
            alive[j] = weight;
            weight *= (shape + j) / (j + 1) * share;
        }
        int chances = x + early();
        return chances == 0
                ? Double.NEGATIVE_INFINITY
                : Math.log(a / (b + (chances - 1))) + shape * Math.log1p((age - recency) / (alpha + recency));
    }

    private int early() {
        return dropoutAtZero ? 1 : 0;
    }
}
