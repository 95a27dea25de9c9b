package dev.clientele.b2c.scoring.dropout;

import dev.clientele.core.numerics.DiscountedIntegral;
import dev.clientele.core.numerics.ScaledExponentialIntegral;

/** Exponential lifetimes at a rate that differs by a gamma distribution: Pareto of the second kind. */
public record ParetoLifetime(double s, double beta) implements LifetimeDistribution {
    @Override
    public double survival(double time) {
        return Math.exp(-s * Math.log1p(time / beta));
    }

    @Override
    public double density(double time) {
        return s / (beta + time) * survival(time);
    }

    /** Computes beta (1 − q^(s−1)) / (s−1) with q = beta / (beta + time), which is beta ln(1/q) at s = 1. */
    @Override
    public double expectedTime(double time) {
        double log = Math.log1p(time / beta);
        double power = (s - 1) * log;
        return beta * (power == 0 ? log : log * (-Math.expm1(-power) / power));
    }

    @Override
    public double expectedTime(double time, double rate) {
        return DiscountedIntegral.presentValue(this::expectedTime, time, rate, beta);
    }

    @Override
    public double discountedTime(double rate) {
        return beta * ScaledExponentialIntegral.of(s, beta * rate);
    }

    @Override
    public double scale() {
        return beta;
    }

    @Override
    public double quantile(double survival) {
        return beta * Math.expm1(-Math.log(survival) / s);
    }
}
