package dev.clientele.b2c.scoring.dropout;

import dev.clientele.core.numerics.GaussKronrod;

/**
 * Gompertz lifetimes whose hazard η b e^(bt) differs between customers by η ~ Gamma(s, rate beta): survival
 * (beta / (beta + e^(bt) − 1))^s.
 */
public record GompertzLifetime(double b, double s, double beta) implements LifetimeDistribution {
    private static final double TOLERANCE = 1e-13;

    /** Returns the remaining lifetime of somebody who has been alive for a time: the same law with a smaller beta. */
    public GompertzLifetime remainingAfter(double time) {
        return new GompertzLifetime(b, s, Math.max(Double.MIN_NORMAL, relative(time)));
    }

    @Override
    public double survival(double time) {
        return Math.exp(logSurvival(time));
    }

    double logSurvival(double time) {
        return s * (Math.log(beta) - b * time - Math.log(relative(time)));
    }

    @Override
    public double density(double time) {
        return s * b / relative(time) * survival(time);
    }

    /** Computes (beta + e^(bt) − 1) e^(−bt), which neither overflows nor cancels. */
    private double relative(double time) {
        return beta * Math.exp(-b * time) - Math.expm1(-b * time);
    }

    @Override
    public double expectedTime(double time) {
        return expectedTime(time, 0);
    }

    @Override
    public double expectedTime(double time, double rate) {
        return time == 0 ? 0 : integral(time, rate);
    }

    @Override
    public double discountedTime(double rate) {
        return integral(Math.min(44 / rate, 1e6 * (scale() + 44 / (b * s))), rate);
    }

    private double integral(double time, double rate) {
        double scale = scale();
        double end = Math.log1p(time / scale);
        double knee = Math.min(end, Math.log1p(1 / (b * scale)));
        double[] breaks = {0, Math.min(1, knee), knee, end};
        return GaussKronrod.integrate(
                y -> {
                    double t = scale * Math.expm1(y);
                    return Math.exp(logSurvival(t) - rate * t + y) * scale;
                },
                breaks,
                TOLERANCE);
    }

    @Override
    public double scale() {
        return Math.min(1, beta) / b;
    }

    @Override
    public double quantile(double survival) {
        return Math.log1p(beta * Math.expm1(-Math.log(survival) / s)) / b;
    }
}
