package dev.clientele.b2c.scoring.model;

import dev.clientele.b2c.scoring.dropout.LifetimeDistribution;
import dev.clientele.b2c.scoring.dropout.RandomVariates;
import dev.clientele.core.numerics.ArgumentChecks;
import dev.clientele.core.numerics.GaussKronrod;
import dev.clientele.core.numerics.LogRisingFactorial;
import dev.clientele.core.numerics.QuantileSearch;
import java.util.OptionalDouble;
import java.util.random.RandomGenerator;

/**
 * The forecast of all models in which a customer buys at a rate λ ~ Gamma(shape, rate) until leaving after a lifetime
 * that has nothing to do with purchases.
 */
record LifetimeForecast(double logAlive, double shape, double rate, LifetimeDistribution lifetime)
        implements CustomerForecast {
    private static final double TOLERANCE = 1e-13;

    @Override
    public double pAliveAfter(double time) {
        return pAlive() * lifetime.survival(ArgumentChecks.requireTime(time));
    }

    @Override
    public double expectedTransactions(double time) {
        return pAlive() * (shape / rate) * lifetime.expectedTime(ArgumentChecks.requireTime(time));
    }

    @Override
    public double probability(int number, double time) {
        if (ArgumentChecks.requireCount(number) == 0) {
            return 1 - nextPurchaseWithin(time);
        }
        if (ArgumentChecks.requireTime(time) == 0) {
            return 0;
        }
        double peak = rate * number / shape;
        double left = integral(t -> buys(number, t) * lifetime.density(t), time, peak);
        return Math.min(1, pAlive() * (buys(number, time) * lifetime.survival(time) + left));
    }

    @Override
    public double nextPurchaseWithin(double time) {
        if (ArgumentChecks.requireTime(time) == 0) {
            return 0;
        }
        return Math.min(
                pAlive(),
                pAlive()
                        * (shape / rate)
                        * integral(t -> Math.exp(-(shape + 1) * Math.log1p(t / rate)) * lifetime.survival(t), time, 0));
    }

    @Override
    public OptionalDouble nextPurchaseQuantile(double probability) {
        return QuantileSearch.of(this::nextPurchaseWithin, ArgumentChecks.requireProbability(probability), rate);
    }

    @Override
    public double discountedTransactions(double time, double discountRate) {
        return pAlive()
                * (shape / rate)
                * lifetime.expectedTime(ArgumentChecks.requireTime(time), ArgumentChecks.requireRate(discountRate));
    }

    @Override
    public double discountedTransactions(double discountRate) {
        return pAlive() * (shape / rate) * lifetime.discountedTime(ArgumentChecks.requireDiscountRate(discountRate));
    }

    /** Returns the probability that somebody alive throughout buys so often. */
    private double buys(int number, double time) {
        if (time == 0) {
            return 0;
        }
        double z = time / rate;
        return Math.exp(LogRisingFactorial.of(shape, number)
                - LogRisingFactorial.of(1, number)
                - number * Math.log1p(1 / z)
                - shape * Math.log1p(z));
    }

    /** Integrates from 0 to a time, on the scale ln(1 + t/scale) on which gamma mixtures are smooth. */
    private double integral(java.util.function.DoubleUnaryOperator f, double time, double peak) {
        double scale = Math.min(rate, lifetime.scale());
        double end = Math.log1p(time / scale);
        double middle = Math.min(end, Math.log1p(peak / scale));
        double width = Math.min(1, 4 / Math.sqrt(shape + 1));
        double[] breaks = {
            0,
            Math.max(0, middle - width),
            middle,
            Math.min(end, middle + width),
            Math.min(end, middle + 4 * width),
            end
        };
        return GaussKronrod.integrate(
                y -> f.applyAsDouble(scale * Math.expm1(y)) * scale * Math.exp(y), breaks, TOLERANCE);
    }

    @Override
    public int sample(RandomGenerator random, double time) {
        ArgumentChecks.requireTime(time);
        if (random.nextDouble() >= pAlive()) {
            return 0;
        }
        double alive = Math.min(time, lifetime.quantile(1 - random.nextDouble()));
        return RandomVariates.poisson(random, RandomVariates.gamma(random, shape) / rate * alive);
    }
}
