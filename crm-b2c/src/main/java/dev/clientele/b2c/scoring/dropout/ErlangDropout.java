package dev.clientele.b2c.scoring.dropout;

import dev.clientele.core.numerics.GaussKronrod;
import dev.clientele.core.numerics.LogRisingFactorial;
import org.apache.commons.numbers.gamma.LogGamma;
import org.apache.commons.numbers.gamma.RegularizedBeta;

/**
 * Purchasing at every k-th of random waits until a beta-distributed dropout after a purchase: {@link BetaDropout} for regular
 * timing. Waits end at a rate λ ~ Gamma(shape, rate), the first purchase is due after k − phase of them, and after each the
 * customer leaves with probability p ~ Beta(a, b); z = time / rate.
 *
 * <p>N, the number of waits that end in a time, is negative binomial with odds z; it makes ⌊(N + phase) / k⌋ purchases of a
 * customer who never leaves. Sums over N have positive terms alone. Immutable.
 */
public final class ErlangDropout {
    private static final double MAX_SERIES_TERMS = 4000;
    private static final double OVERFLOW_LIMIT = 1e250;
    private static final double MAX_DECAY = 45;
    private static final double NEGLIGIBLE = 1e-18;

    private final int k;
    private final int phase;
    private final double shape;
    private final double a;
    private final double b;

    /** Creates it with phase from 0 to k − 1 and all shapes above 0. */
    public ErlangDropout(int k, int phase, double shape, double a, double b) {
        this.k = k;
        this.phase = phase;
        this.shape = shape;
        this.a = a;
        this.b = b;
    }

    /**
     * Returns the logarithm of how much likelier k waits to a purchase make x of them, the last at t_x, than one wait does,
     * apart from what depends on the parameters: t_x^((k−1)x) Γ(x) / Γ(kx).
     *
     * @param k waits to a purchase, 1 or more
     * @param x repeat purchases, 0 or more
     * @param recency t_x, 0 or more
     */
    public static double logErlangRatio(int k, int x, double recency) {
        if (k == 1 || x == 0) {
            return 0;
        }
        int more = (k - 1) * x;
        return more * Math.log(Math.max(recency, Double.MIN_NORMAL)) - LogRisingFactorial.of(x, more);
    }

    /** Returns the probability of not having left. */
    public double survival(double z) {
        return z == 0 ? 1 : tooLong(z) ? mixed(z, false) : series(z, false);
    }

    /** Returns the expected purchases. */
    public double purchases(double z) {
        return z == 0 ? 0 : tooLong(z) ? mixed(z, true) : series(z, true);
    }

    /** Returns the probability of a purchase. */
    public double firstPurchase(double z) {
        return atLeast(k - phase, z);
    }

    /** Returns the probability of exactly so many purchases, 1 or more. */
    public double probability(int number, double z) {
        if (z == 0) {
            return 0;
        }
        int due = number * k - phase;
        double exactly = 0;
        for (int n = due; n < due + k; n++) {
            exactly += mass(n, z);
        }
        double stayed = Math.exp(LogRisingFactorial.of(b, number - 1) - LogRisingFactorial.of(a + b, number - 1));
        double again = (b + number - 1) / (a + b + number - 1);
        double leaves = a / (a + b + number - 1);
        return stayed * (again * exactly + leaves * atLeast(due, z));
    }

    /**
     * Returns the discounted purchases for ever; kappa is the discount rate in units of 1 / time scale of the rate,
     * above 0.
     */
    public double discountedPurchases(double kappa) {
        double logKappa = Math.log(kappa);
        double mode = Math.log(shape);
        double low = Math.min(logKappa, mode) - MAX_DECAY;
        double high = Math.log(shape + MAX_DECAY + 10 * Math.sqrt(shape));
        double width = 1 / Math.sqrt(shape + 1);
        double[] breaks = {low, logKappa - 3, logKappa, logKappa + 3, mode - 8 * width, mode - 2 * width, mode, high};
        for (int i = 0; i < breaks.length; i++) {
            breaks[i] = Math.max(low, Math.min(high, breaks[i]));
        }
        java.util.Arrays.sort(breaks);
        double norm = LogGamma.value(shape);
        // y is ln of λ times the rate's scale; a wait's discount is λ / (λ + δ).
        return GaussKronrod.integrate(
                y -> {
                    double wait = -Math.log1p(Math.exp(logKappa - y));
                    return Math.exp(shape * y - Math.exp(y) - norm + (k - phase) * wait) * repeats(k * wait);
                },
                breaks,
                1e-12);
    }

    /** Computes E[1 / (1 − (1−p) d)] with d = e^logDiscount the discount from one purchase to the next. */
    private double repeats(double logDiscount) {
        double lost = -Math.expm1(logDiscount);
        if (lost > 0.15) {
            double kept = 1 - lost;
            double term = 1;
            double sum = 1;
            for (int m = 0; term > 1e-17 * sum; m++) {
                term *= kept * (b + m) / (a + b + m);
                sum += term;
            }
            return sum;
        }
        double smallest = Math.max(lost, 1e-280);
        return BetaMixture.expectation(p -> 1 / (smallest + p * (1 - smallest)), a, b, smallest);
    }

    /** Computes P(N ≥ n) for n of 1 or more. */
    private double atLeast(int n, double z) {
        if (z == 0) {
            return 0;
        }
        // Below the mode probabilities rise, so that n of them come to no more than n times the last.
        if (n - 1 < (shape - 1) * z && n * mass(n - 1, z) < NEGLIGIBLE) {
            return 1;
        }
        return RegularizedBeta.complement(1 / (1 + z), shape, n);
    }

    private double mass(int n, double z) {
        return Math.exp(LogRisingFactorial.of(shape, n)
                - LogRisingFactorial.of(1, n)
                - n * Math.log1p(1 / z)
                - shape * Math.log1p(z));
    }

    private double series(double z, boolean counting) {
        double w = z / (1 + z);
        double tail = 1 + z;
        double term = 1;
        double mass = 0;
        double sum = 0;
        double stay = 0;
        double rho = 1;
        int toNext = k - phase;
        int made = 0;
        for (int n = 0; ; n++) {
            mass += term;
            sum += term * (counting ? stay : rho);
            double rest = counting ? term * (stay + rho * tail) * tail : term * rho * tail;
            if (n > shape * z + k && term * tail <= 1e-17 * mass && rest <= 1e-17 * sum) {
                return sum / mass;
            }
            term *= w * (shape + n) / (n + 1);
            if (--toNext == 0) {
                toNext = k;
                stay += rho;
                rho *= (b + made) / (a + b + made);
                made++;
            }
            if (mass > OVERFLOW_LIMIT) {
                term /= OVERFLOW_LIMIT;
                mass /= OVERFLOW_LIMIT;
                sum /= OVERFLOW_LIMIT;
            }
        }
    }

    private boolean tooLong(double z) {
        return shape * z + 40 * (1 + z) + 10 * Math.sqrt(shape * z * (1 + z)) + k > MAX_SERIES_TERMS;
    }

    private double mixed(double z, boolean counting) {
        double knee = Math.min(1, k / (z * Math.max(1, shape)));
        return BetaMixture.expectation(p -> counting ? count(p, z) : Math.max(0, 1 - p * count(p, z)), a, b, knee);
    }

    /**
     * Returns the expected purchases of a customer who leaves with a known probability: (1 − E[q^⌊(N+phase)/k⌋]) / p
     * with q = 1 − p. The power of the floor is a sum over the k-th roots of unity ω of powers of q^(1/k) ω, and E[s^N]
     * = (1 + (1−s) z)^−shape.
     */
    private double count(double p, double z) {
        double q = 1 - p;
        if (q < 0.5) {
            double sum = 0;
            double power = 1;
            for (int m = 1; m < 60 && power > 0; m++) {
                sum += power * atLeast(m * k - phase, z);
                power *= q;
            }
            return sum;
        }
        double step = Math.log1p(-p) / k;
        double more = 0;
        for (int s = 1; s < k; s++) {
            more += Math.expm1(-s * step);
        }
        double log = Math.log1p(more / k) + phase * step - shape * Math.log1p(-Math.expm1(step) * z);
        double first = p < 1e-300 ? shape * z / k : -Math.expm1(log) / p;
        double rest = 0;
        double root = Math.exp(step);
        for (int l = 1; l < k; l++) {
            double angle = 2 * Math.PI * l / k;
            rest += root(root, angle, z);
        }
        return Math.max(0, first + rest / (k * q));
    }

    /** Returns the real part of s^phase (1 + (1−s) z)^−shape / (1 − 1/s) for s = root · e^(i·angle). */
    private double root(double root, double angle, double z) {
        double cos = Math.cos(angle);
        double sin = Math.sin(angle);
        double re = 1 + z * (1 - root * cos);
        double im = -z * root * sin;
        double belowRe = 1 - cos / root;
        double belowIm = sin / root;
        double modulus =
                phase * Math.log(root) - shape * Math.log(Math.hypot(re, im)) - Math.log(Math.hypot(belowRe, belowIm));
        double argument = phase * angle - shape * Math.atan2(im, re) - Math.atan2(belowIm, belowRe);
        return Math.exp(modulus) * Math.cos(argument);
    }
}
