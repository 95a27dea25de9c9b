package dev.clientele.b2c.scoring.model;

import dev.clientele.b2c.scoring.data.SpendSummary;
import dev.clientele.b2c.scoring.dropout.RandomVariates;
import dev.clientele.core.numerics.ArgumentChecks;
import dev.clientele.core.numerics.NamedParameters;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.apache.commons.numbers.gamma.LogGamma;

/**
 * The gamma model of spend with a common mean, with known parameters: purchases of all customers vary by one gamma distribution. The
 * limit of Gamma-Gamma (Fader and Hardie 2013, "The Gamma-Gamma Model of Monetary Value") as q and gamma go to infinity with
 * gamma p / q = mean, where customers don't differ.
 *
 * @param p shape of purchases, above 0
 * @param mean spend per purchase in units of currency, above 0
 */
public record CommonGammaModel(double p, double mean) implements SpendModel {
    /** The name: {@value}. */
    public static final String NAME = "Gamma with common mean";

    /** The parameters' names. */
    public static final List<String> PARAMETERS = List.of("p", "mean");

    public CommonGammaModel {
        ArgumentChecks.requireParameter("p", p);
        ArgumentChecks.requireParameter("mean", mean);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Map<String, Double> parameters() {
        return NamedParameters.of(PARAMETERS, p, mean);
    }

    /** Computes the density of the mean of x purchases, which is gamma with shape p x and rate p x / mean, in logarithms. */
    @Override
    public double logLikelihood(SpendSummary spend) {
        if (spend.purchases() == 0) {
            throw new IllegalArgumentException("spend must have one purchase or more, had none");
        }
        double shape = p * spend.purchases();
        double ratio = spend.mean() / mean;
        return shape * (Math.log(shape) + Math.log(ratio) - ratio) - LogGamma.value(shape) - Math.log(spend.mean());
    }

    /** Returns the common mean, whatever the customer spent. */
    @Override
    public double expectedSpend(SpendSummary spend) {
        return mean;
    }

    @Override
    public double sampleTotal(SpendSummary spend, int purchases, RandomGenerator random) {
        return purchases == 0 ? 0 : RandomVariates.gamma(random, p * purchases) * mean / p;
    }
}
