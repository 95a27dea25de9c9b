package dev.clientele.b2c.scoring.model;

import dev.clientele.b2c.scoring.dropout.ErlangDropout;
import dev.clientele.b2c.scoring.dropout.RandomVariates;
import dev.clientele.core.numerics.ArgumentChecks;
import dev.clientele.core.numerics.DiscountedIntegral;
import dev.clientele.core.numerics.QuantileSearch;
import java.util.OptionalDouble;
import java.util.random.RandomGenerator;

/**
 * The forecast of models in which the time between purchases is Erlang-k: a mixture over how many of the k waits have
 * passed since the last purchase. Given j of them, waits end at a rate λ ~ Gamma(shape + j, rate), and after each
 * purchase the customer leaves with probability p ~ Beta(a, b).
 */
final class PhasedForecast implements CustomerForecast {
    private final double logAlive;
    private final double[] phases;
    private final double shape;
    private final double rate;
    private final double a;
    private final double b;

    /** Phases are the probabilities of j = 0, 1, … given alive; kept, not copied. */
    PhasedForecast(double logAlive, double[] phases, double shape, double rate, double a, double b) {
        this.logAlive = logAlive;
        this.phases = phases;
        this.shape = shape;
        this.rate = rate;
        this.a = a;
        this.b = b;
    }

    /** A figure for each phase. */
    @FunctionalInterface
    private interface PhaseFunction {
        double apply(ErlangDropout dropout);
    }

    private double mean(PhaseFunction figure) {
        double sum = 0;
        for (int j = 0; j < phases.length; j++) {
            if (phases[j] > 0) {
                sum += phases[j] * figure.apply(new ErlangDropout(phases.length, j, shape + j, a, b));
            }
        }
        return pAlive() * sum;
    }

    @Override
    public double logAlive() {
        return logAlive;
    }

    @Override
    public double pAliveAfter(double time) {
        double z = ArgumentChecks.requireTime(time) / rate;
        return mean(dropout -> dropout.survival(z));
    }

    @Override
    public double expectedTransactions(double time) {
        double z = ArgumentChecks.requireTime(time) / rate;
        return mean(dropout -> dropout.purchases(z));
    }

    @Override
    public double probability(int number, double time) {
        if (ArgumentChecks.requireCount(number) == 0) {
            return 1 - nextPurchaseWithin(time);
        }
        double z = ArgumentChecks.requireTime(time) / rate;
        return Math.min(1, mean(dropout -> dropout.probability(number, z)));
    }

    @Override
    public double nextPurchaseWithin(double time) {
        double z = ArgumentChecks.requireTime(time) / rate;
        return Math.min(1, mean(dropout -> dropout.firstPurchase(z)));
    }

    @Override
    public OptionalDouble nextPurchaseQuantile(double probability) {
        return QuantileSearch.of(this::nextPurchaseWithin, ArgumentChecks.requireProbability(probability), rate);
    }

    @Override
    public double discountedTransactions(double time, double discountRate) {
        ArgumentChecks.requireTime(time);
        ArgumentChecks.requireRate(discountRate);
        return mean(
                dropout -> DiscountedIntegral.presentValue(t -> dropout.purchases(t / rate), time, discountRate, rate));
    }

    @Override
    public double discountedTransactions(double discountRate) {
        ArgumentChecks.requireDiscountRate(discountRate);
        return mean(dropout -> dropout.discountedPurchases(rate * discountRate));
    }

    @Override
    public int sample(RandomGenerator random, double time) {
        ArgumentChecks.requireTime(time);
        double left = random.nextDouble() / pAlive();
        int phase = 0;
        while (phase < phases.length && left >= phases[phase]) {
            left -= phases[phase];
            phase++;
        }
        if (phase == phases.length) {
            return 0;
        }
        int last = RandomVariates.firstSuccess(random, RandomVariates.beta(random, a, b));
        int waits = RandomVariates.poisson(random, RandomVariates.gamma(random, shape + phase) / rate * time);
        return Math.min(last, (phase + waits) / phases.length);
    }
}
