package dev.clientele.b2c.scoring.dropout;

import dev.clientele.core.numerics.ExponentialQuadrature;
import dev.clientele.core.numerics.LogSumExp;

/**
 * The integral of GGompertz/NBD over the silence from t_x to T, ∫ (alpha+t)^−R b s beta^s e^(bt) (beta + e^(bt) − 1)^−(s+1)
 * dt, with the derivatives of its logarithm in (r, alpha, b, s, beta). Not thread-safe.
 */
public final class GompertzDropoutIntegral {
    private final double shape;
    private final double alpha;
    private final double b;
    private final double s;
    private final double beta;
    private final double scale;

    public GompertzDropoutIntegral(double shape, double alpha, double b, double s, double beta) {
        this.shape = shape;
        this.alpha = alpha;
        this.b = b;
        this.s = s;
        this.beta = beta;
        this.scale = Math.min(alpha, Math.min(1, beta) / b);
    }

    /** Computes ln of the integral; −∞ if it is empty. */
    public double logIntegral(double from, double until) {
        double[] total = new double[1];
        double base = phi(from);
        each(from, until, base, (t, weight) -> total[0] += weight);
        return base + Math.log(total[0]);
    }

    /** Adds the integral, divided by e^base, with the derivatives of its parts. */
    public void addTo(LogSumExp mixture, double from, double until, double base) {
        double[] one = new double[5];
        double[] two = new double[15];
        each(from, until, base, (t, weight) -> {
            derivatives(t, one, two);
            mixture.add(weight, one, two);
        });
    }

    private void each(double from, double until, double base, ExponentialQuadrature.Visitor visitor) {
        if (!(until > from)) {
            return;
        }
        double start = scale + from;
        ExponentialQuadrature.visitNodes(
                Math.log1p((until - from) / start),
                y -> phi(from + start * Math.expm1(y)) - base + y + Math.log(start),
                (y, weight) -> visitor.visit(from + start * Math.expm1(y), weight));
    }

    /** Computes ln of the integrand. */
    private double phi(double t) {
        return -shape * Math.log(alpha + t)
                + Math.log(b * s)
                + s * (Math.log(beta) - b * t)
                - (s + 1) * Math.log(relative(t));
    }

    private double relative(double t) {
        return beta * Math.exp(-b * t) - Math.expm1(-b * t);
    }

    private void derivatives(double t, double[] one, double[] two) {
        double at = 1 / (alpha + t);
        double e = 1 / relative(t); // e^(bt) / D, with D = beta + e^(bt) − 1
        double d = Math.exp(-b * t) * e; // 1 / D
        one[0] = -Math.log(alpha + t);
        one[1] = -shape * at;
        one[2] = 1 / b + t - (s + 1) * t * e;
        one[3] = 1 / s + Math.log(beta) - b * t + Math.log(e);
        one[4] = s / beta - (s + 1) * d;
        two[1] = -at;
        two[5] = shape * at * at;
        two[9] = -1 / (b * b) - (s + 1) * t * t * e * (beta - 1) * d;
        two[10] = -t * e;
        two[11] = (s + 1) * t * e * d;
        two[12] = -1 / (s * s);
        two[13] = 1 / beta - d;
        two[14] = (s + 1) * d * d - s / (beta * beta);
    }

    /** Adds the derivatives of ln of (alpha+T)^−R times survival up to T. */
    public void addAliveDerivatives(double until, double[] one, double[] two) {
        double at = 1 / (alpha + until);
        double e = 1 / relative(until);
        double d = Math.exp(-b * until) * e;
        one[0] = -Math.log(alpha + until);
        one[1] = -shape * at;
        one[2] = -s * until * e;
        one[3] = Math.log(beta) - b * until + Math.log(e);
        one[4] = s / beta - s * d;
        two[1] = -at;
        two[5] = shape * at * at;
        two[9] = -s * until * until * e * (beta - 1) * d;
        two[10] = -until * e;
        two[11] = s * until * e * d;
        two[13] = 1 / beta - d;
        two[14] = s * d * d - s / (beta * beta);
    }

    /** Computes ln of (alpha+T)^−R times survival up to T. */
    public double logAlive(double until) {
        return -shape * Math.log(alpha + until) + s * (Math.log(beta) - b * until - Math.log(relative(until)));
    }
}
