package dev.clientele.b2c.scoring.model;

import dev.clientele.b2c.scoring.dropout.RandomVariates;
import dev.clientele.core.numerics.ArgumentChecks;
import dev.clientele.core.numerics.LogRisingFactorial;
import java.util.OptionalDouble;
import java.util.random.RandomGenerator;

/** The forecast of a customer who buys at a known rate for ever. */
record PoissonForecast(double logAlive, double lambda) implements CustomerForecast {
    @Override
    public double pAliveAfter(double time) {
        ArgumentChecks.requireTime(time);
        return pAlive();
    }

    @Override
    public double expectedTransactions(double time) {
        return pAlive() * lambda * ArgumentChecks.requireTime(time);
    }

    @Override
    public double probability(int number, double time) {
        double mean = lambda * ArgumentChecks.requireTime(time);
        if (ArgumentChecks.requireCount(number) == 0) {
            return 1 - nextPurchaseWithin(time);
        }
        return mean == 0 ? 0 : pAlive() * Math.exp(number * Math.log(mean) - mean - LogRisingFactorial.of(1, number));
    }

    @Override
    public double nextPurchaseWithin(double time) {
        return pAlive() * -Math.expm1(-lambda * ArgumentChecks.requireTime(time));
    }

    @Override
    public OptionalDouble nextPurchaseQuantile(double probability) {
        double wanted = ArgumentChecks.requireProbability(probability) / pAlive();
        return wanted < 1 ? OptionalDouble.of(-Math.log1p(-wanted) / lambda) : OptionalDouble.empty();
    }

    @Override
    public double discountedTransactions(double time, double rate) {
        ArgumentChecks.requireTime(time);
        return pAlive() * lambda * (ArgumentChecks.requireRate(rate) == 0 ? time : -Math.expm1(-rate * time) / rate);
    }

    @Override
    public double discountedTransactions(double rate) {
        return pAlive() * lambda / ArgumentChecks.requireDiscountRate(rate);
    }

    @Override
    public int sample(RandomGenerator random, double time) {
        ArgumentChecks.requireTime(time);
        return random.nextDouble() < pAlive() ? RandomVariates.poisson(random, lambda * time) : 0;
    }
}
