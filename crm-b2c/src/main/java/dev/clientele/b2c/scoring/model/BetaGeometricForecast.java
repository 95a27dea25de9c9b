package dev.clientele.b2c.scoring.model;

import dev.clientele.b2c.scoring.dropout.BetaDropout;
import dev.clientele.b2c.scoring.dropout.RandomVariates;
import dev.clientele.core.numerics.ArgumentChecks;
import dev.clientele.core.numerics.DiscountedIntegral;
import dev.clientele.core.numerics.LogRisingFactorial;
import java.util.OptionalDouble;
import java.util.random.RandomGenerator;
import org.apache.commons.numbers.gamma.RegularizedBeta;

/**
 * The forecast of all models in which a customer buys at a rate λ ~ Gamma(shape, rate) and, if still there, leaves
 * after each purchase with probability p ~ Beta(a, b).
 */
record BetaGeometricForecast(double logAlive, double shape, double rate, double a, double b)
        implements CustomerForecast {
    @Override
    public double pAliveAfter(double time) {
        return pAlive() * BetaDropout.survival(shape, ArgumentChecks.requireTime(time) / rate, a, b);
    }

    @Override
    public double expectedTransactions(double time) {
        return pAlive() * BetaDropout.purchases(shape, ArgumentChecks.requireTime(time) / rate, a, b);
    }

    @Override
    public double probability(int number, double time) {
        double z = ArgumentChecks.requireTime(time) / rate;
        if (ArgumentChecks.requireCount(number) == 0) {
            return 1 - nextPurchaseWithin(time);
        }
        if (z == 0) {
            return 0;
        }
        double logW = -Math.log1p(1 / z);
        double logBuys = LogRisingFactorial.of(shape, number)
                - LogRisingFactorial.of(1, number)
                + number * logW
                - shape * Math.log1p(z);
        double logStays = LogRisingFactorial.of(b, number - 1) - LogRisingFactorial.of(a + b, number - 1);
        double stillThere = Math.exp(logBuys) * ((b + number - 1) / (a + b + number - 1));
        double justLeft = RegularizedBeta.value(z / (1 + z), number, shape) * (a / (a + b + number - 1));
        return Math.exp(logAlive + logStays) * (stillThere + justLeft);
    }

    @Override
    public double nextPurchaseWithin(double time) {
        return pAlive() * -Math.expm1(-shape * Math.log1p(ArgumentChecks.requireTime(time) / rate));
    }

    @Override
    public OptionalDouble nextPurchaseQuantile(double probability) {
        double left = ArgumentChecks.requireProbability(probability) / pAlive();
        if (!(left < 1)) {
            return OptionalDouble.empty();
        }
        double time = rate * Math.expm1(-Math.log1p(-left) / shape);
        return time <= Double.MAX_VALUE ? OptionalDouble.of(time) : OptionalDouble.empty();
    }

    @Override
    public double discountedTransactions(double discountRate) {
        return pAlive()
                * BetaDropout.discountedPurchases(shape, rate, a, b, ArgumentChecks.requireDiscountRate(discountRate));
    }

    @Override
    public double discountedTransactions(double time, double discountRate) {
        ArgumentChecks.requireTime(time);
        ArgumentChecks.requireRate(discountRate);
        return pAlive()
                * DiscountedIntegral.presentValue(
                        t -> BetaDropout.purchases(shape, t / rate, a, b), time, discountRate, rate);
    }

    @Override
    public int sample(RandomGenerator random, double time) {
        ArgumentChecks.requireTime(time);
        if (random.nextDouble() >= pAlive()) {
            return 0;
        }
        int last = RandomVariates.firstSuccess(random, RandomVariates.beta(random, a, b));
        return Math.min(last, RandomVariates.poisson(random, RandomVariates.gamma(random, shape) / rate * time));
    }
}
