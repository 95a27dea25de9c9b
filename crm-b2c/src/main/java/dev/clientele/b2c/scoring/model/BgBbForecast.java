package dev.clientele.b2c.scoring.model;

import dev.clientele.b2c.scoring.dropout.BetaMixture;
import dev.clientele.b2c.scoring.dropout.RandomVariates;
import dev.clientele.core.numerics.ArgumentChecks;
import dev.clientele.core.numerics.LogRisingFactorial;
import java.util.OptionalDouble;
import java.util.random.RandomGenerator;

/**
 * The forecast of BG/BB. Times count opportunities and are whole numbers; a customer alive now leaves before the next
 * opportunity with probability Beta(gamma, delta) and buys at it, if still there, with probability Beta(alpha, beta).
 */
record BgBbForecast(double logAlive, double alpha, double beta, double gamma, double delta)
        implements CustomerForecast {
    private static final int MAX_SERIES_TERMS = 4000;
    private static final int MAX_OPPORTUNITIES = 10_000_000;

    @Override
    public double pAliveAfter(double time) {
        int n = opportunities(time);
        return Math.exp(logAlive + logStays(n));
    }

    @Override
    public double expectedTransactions(double time) {
        int n = opportunities(time);
        double stays = 1;
        double sum = 0;
        for (int i = 0; i < n; i++) {
            stays *= (delta + i) / (gamma + delta + i);
            sum += stays;
        }
        return pAlive() * (alpha / (alpha + beta)) * sum;
    }

    @Override
    public double discountedTransactions(double time, double rate) {
        int n = opportunities(time);
        double factor = Math.exp(-rate);
        double stays = 1;
        double sum = 0;
        for (int i = 0; i < n; i++) {
            stays *= (delta + i) / (gamma + delta + i) * factor;
            sum += stays;
        }
        return pAlive() * (alpha / (alpha + beta)) * sum;
    }

    /**
     * Computes Σ (factor (1−θ))^i over i from 1, either term by term or as the mean of factor (1−θ) / (1 − factor
     * (1−θ)).
     */
    @Override
    public double discountedTransactions(double rate) {
        double factor = Math.exp(-ArgumentChecks.requireDiscountRate(rate));
        double less = -Math.expm1(-rate);
        double sum = 0;
        if (less * MAX_SERIES_TERMS > 40) {
            double stays = 1;
            for (int i = 0; stays > 1e-17 * less * sum; i++) {
                stays *= (delta + i) / (gamma + delta + i) * factor;
                sum += stays;
            }
        } else {
            // For θ ~ Beta(gamma, delta) as E[(1−θ) …] = delta/(gamma+delta) · E[…] under Beta(gamma, delta + 1).
            sum = factor
                    * (delta / (gamma + delta))
                    * BetaMixture.expectation(theta -> 1 / (less + factor * theta), gamma, delta + 1, less);
        }
        return pAlive() * (alpha / (alpha + beta)) * sum;
    }

    @Override
    public double probability(int number, double time) {
        int n = opportunities(time);
        if (ArgumentChecks.requireCount(number) == 0) {
            return 1 - nextPurchaseWithin(time);
        }
        if (number > n) {
            return 0;
        }
        // Term for staying m opportunities, number of them with a purchase: built up from m = number.
        double log =
                LogRisingFactorial.of(alpha, number) - LogRisingFactorial.of(alpha + beta, number) + logStays(number);
        double weight = 1;
        double sum = 0;
        for (int m = number; m < n; m++) {
            sum += weight * (gamma / (gamma + delta + m));
            weight *= (m + 1.0)
                    / (m + 1.0 - number)
                    * ((beta + m - number) / (alpha + beta + m))
                    * ((delta + m) / (gamma + delta + m));
        }
        return Math.min(1, Math.exp(logAlive + log + Math.log(sum + weight)));
    }

    @Override
    public double nextPurchaseWithin(double time) {
        int n = opportunities(time);
        double first = alpha / (alpha + beta);
        double stays = 1;
        double sum = 0;
        for (int i = 0; i < n; i++) {
            stays *= (delta + i) / (gamma + delta + i);
            sum += first * stays;
            first *= (beta + i) / (alpha + beta + i + 1);
        }
        return Math.min(1, pAlive() * sum);
    }

    @Override
    public OptionalDouble nextPurchaseQuantile(double probability) {
        double wanted = ArgumentChecks.requireProbability(probability) / pAlive();
        double first = alpha / (alpha + beta);
        double stays = 1;
        double sum = 0;
        for (int i = 0; i < MAX_OPPORTUNITIES; i++) {
            if (sum >= wanted) {
                return OptionalDouble.of(i);
            }
            stays *= (delta + i) / (gamma + delta + i);
            double add = first * stays;
            sum += add;
            first *= (beta + i) / (alpha + beta + i + 1);
            if (add * (i + 1.0) < 1e-18 * sum) {
                break;
            }
        }
        return OptionalDouble.empty();
    }

    private double logStays(int opportunities) {
        return LogRisingFactorial.of(delta, opportunities) - LogRisingFactorial.of(gamma + delta, opportunities);
    }

    private static int opportunities(double time) {
        if (ArgumentChecks.requireTime(time) != Math.rint(time) || time > Integer.MAX_VALUE) {
            throw new IllegalArgumentException("time must be a whole number of opportunities, was " + time);
        }
        return (int) time;
    }

    @Override
    public int sample(RandomGenerator random, double time) {
        int n = opportunities(time);
        if (random.nextDouble() >= pAlive()) {
            return 0;
        }
        int there = RandomVariates.firstSuccess(random, RandomVariates.beta(random, gamma, delta)) - 1;
        return RandomVariates.binomial(random, Math.min(n, there), RandomVariates.beta(random, alpha, beta));
    }
}
