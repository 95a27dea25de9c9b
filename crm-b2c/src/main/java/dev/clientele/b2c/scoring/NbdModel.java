package dev.clientele.b2c.scoring;

import dev.clientele.b2c.scoring.internal.EndlessLifetime;
import dev.clientele.b2c.scoring.internal.LogRising;
import java.util.Map;

/**
 * The NBD model with known parameters (Ehrenberg 1959, "The Pattern of Consumer Purchases", Applied Statistics 8): customers
 * buy at random times at rates that differ by a gamma distribution, and never leave. The yardstick for all others.
 *
 * @param r shape of the purchase rates, above 0
 * @param alpha rate parameter of the purchase rates in units of time, above 0
 */
public record NbdModel(double r, double alpha) implements SeparableModel {
    public NbdModel {
        Require.parameter("r", r);
        Require.parameter("alpha", alpha);
    }

    @Override
    public String name() {
        return Nbd.NAME;
    }

    @Override
    public Map<String, Double> parameters() {
        return Parameters.ordered(Nbd.PARAMETERS, r, alpha);
    }

    /** Of the purchase times, not their number: what the other models' likelihoods compare with. */
    @Override
    public double logLikelihood(CustomerSummary customer) {
        int x = customer.repeats();
        return LogRising.of(r, x) - r * Math.log1p(customer.age() / alpha) - x * Math.log(alpha + customer.age());
    }

    @Override
    public Outlook newCustomer() {
        return new LifetimeOutlook(0, r, alpha, new EndlessLifetime());
    }

    @Override
    public double logAlive(int repeats, double recency, double age) {
        return 0;
    }

    @Override
    public Outlook outlook(double logAlive, int repeats, double age) {
        return new LifetimeOutlook(logAlive, r + repeats, alpha + age, new EndlessLifetime());
    }

    @Override
    public double timeScale() {
        return alpha;
    }
}
