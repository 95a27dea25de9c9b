package dev.clientele.b2c.scoring.dropout;

import dev.clientele.core.numerics.ScaledExponentialIntegral;

/**
 * Purchasing at a gamma-distributed rate until a beta-distributed dropout after a purchase: the mixtures behind BG/NBD and
 * its relatives. λ ~ Gamma(shape, rate), p ~ Beta(a, b), z = time / rate.
 *
 * <p>The literature writes them with Gauss's hypergeometric function. Here they are summed as what they mean: N, the number
 * of purchases of a customer who never drops out, is negative binomial with odds z, and he is still there after j of them
 * with probability E[(1−p)<sup>j</sup>]. All terms are positive, hence no cancellation for any parameters; the equality
 * with the hypergeometric forms is Euler's and Pfaff's transformation.
 */
public final class BetaDropout {
    private static final double MAX_SERIES_TERMS = 4000;
    private static final double OVERFLOW_LIMIT = 1e250;

    private BetaDropout() {}

    /**
     * Computes E[(1 − e^(−λpt)) / p]: expected purchases in time t. Equals (a+b−1)/(a−1) · (1 − ₂F₁(shape, a−1; a+b−1;
     * −z)).
     */
    public static double purchases(double shape, double z, double a, double b) {
        if (z == 0) {
            return 0;
        }
        if (tooLong(shape, z)) {
            double knee = 1 / (z * Math.max(1, shape));
            return BetaMixture.expectation(p -> -Math.expm1(-shape * Math.log1p(p * z)) / p, a, b, knee);
        }
        double w = z / (1 + z);
        double tail = w / (1 - w);
        double term = 1;
        double mass = 1;
        double sum = 0;
        double stay = 0;
        double rho = 1;
        double ab = a + b;
        for (int j = 0; ; j++) {
            double inverse = 1 / ((j + 1) * (ab + j));
            term *= w * (shape + j) * (ab + j) * inverse;
            stay += rho;
            rho *= (b + j) * (j + 1) * inverse;
            mass += term;
            sum += term * stay;
            if (j > shape * z
                    && term * (1 + tail) <= 1e-17 * mass
                    && term * (stay + rho * tail) * (1 + tail) <= 1e-17 * sum) {
                return sum / mass;
            }
            if (mass > OVERFLOW_LIMIT) {
                term /= OVERFLOW_LIMIT;
                mass /= OVERFLOW_LIMIT;
                sum /= OVERFLOW_LIMIT;
            }
        }
    }

    /** Computes E[e^(−λpt)]: probability of not dropping out in time t. Equals ₂F₁(shape, a; a+b; −z). */
    public static double survival(double shape, double z, double a, double b) {
        if (z == 0) {
            return 1;
        }
        if (tooLong(shape, z)) {
            double knee = 1 / (z * Math.max(1, shape));
            return BetaMixture.expectation(p -> Math.exp(-shape * Math.log1p(p * z)), a, b, knee);
        }
        double w = z / (1 + z);
        double tail = w / (1 - w);
        double term = 1;
        double mass = 1;
        double sum = 1;
        double rho = 1;
        for (int j = 0; ; j++) {
            term *= w * (shape + j) / (j + 1);
            rho *= (b + j) / (a + b + j);
            mass += term;
            sum += term * rho;
            if (j > shape * z && term * (1 + tail) <= 1e-17 * mass && term * rho * (1 + tail) <= 1e-17 * sum) {
                return sum / mass;
            }
            if (mass > OVERFLOW_LIMIT) {
                term /= OVERFLOW_LIMIT;
                mass /= OVERFLOW_LIMIT;
                sum /= OVERFLOW_LIMIT;
            }
        }
    }

    /**
     * Computes E[λ / (δ + λp)]: purchases for ever, discounted continuously at δ per unit of time.
     *
     * @param shape of the rate's gamma distribution
     * @param rate of the rate's gamma distribution
     * @param delta discount rate, above 0
     */
    public static double discountedPurchases(double shape, double rate, double a, double b, double delta) {
        double kappa = rate * delta;
        double knee = Math.min(1, kappa / Math.max(1, shape));
        return BetaMixture.expectation(
                p -> {
                    double k = kappa / p;
                    return k > 1e15 ? shape / kappa : shape * ScaledExponentialIntegral.of(shape + 1, k) / p;
                },
                a,
                b,
                knee);
    }

    private static boolean tooLong(double shape, double z) {
        return shape * z + 40 * (1 + z) + 10 * Math.sqrt(shape * z * (1 + z)) > MAX_SERIES_TERMS;
    }
}
