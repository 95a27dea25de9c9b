package dev.clientele.core.numerics;

/**
 * The generalised exponential integral of real order with its decay taken out,
 * e<sup>x</sup> E<sub>n</sub>(x) = ∫<sub>0</sub><sup>∞</sup> e<sup>−xu</sup> (1+u)<sup>−n</sup> du
 * (NIST Digital Library of Mathematical Functions, 8.19).
 */
public final class ScaledExponentialIntegral {
    private static final double SERIES_BELOW = 0.75;
    private static final int MAX_STEPS = 20_000;

    private static final double EULER = 0.5772156649015329;
    /** ζ(k) − 1 for k = 2, 3, … */
    private static final double[] ZETA_LESS_ONE = {
        0.6449340668482264,
        0.2020569031595943,
        0.08232323371113819,
        0.03692775514336993,
        0.01734306198444914,
        0.008349277381922827,
        0.00407735619794434,
        0.0020083928260822143,
        0.0009945751278180853,
        0.0004941886041194645,
        0.0002460865533080483,
        0.00012271334757848915,
        6.124813505870483e-5,
        3.058823630702049e-5,
        1.528225940865187e-5,
        7.637197637899763e-6,
        3.81729326499984e-6,
        1.908212716553939e-6,
        9.539620338727962e-7,
        4.769329867878064e-7,
        2.38450502727733e-7,
        1.1921992596531106e-7,
        5.960818905125948e-8,
        2.980350351465228e-8,
        1.4901554828365043e-8,
        7.45071178983543e-9
    };

    private ScaledExponentialIntegral() {}

    /**
     * Computes e<sup>x</sup> E<sub>n</sub>(x).
     *
     * @param n the order, above 0
     * @param x above 0
     */
    public static double of(double n, double x) {
        if (x >= SERIES_BELOW || n > 60) {
            return continuedFraction(n, x);
        }
        // An order up to 1½ by its series, then upwards by DLMF 8.19.12, which is stable as long as x < n.
        int steps = Math.max(0, (int) Math.floor(n - 0.5));
        double order = n - steps;
        double value = Math.exp(x) * series(order, x);
        for (int i = 0; i < steps; i++) {
            value = (1 - x * value) / order;
            order += 1;
        }
        return value;
    }

    /** Computes E of order 1+e for e in (−1, ½]: DLMF 8.19.10 with the removable pole at e = 0 taken out. */
    private static double series(double order, double x) {
        double e = order - 1;
        // (1 − Γ(1−e) x^e) / e, and its limit at e = 0
        double slope = logGammaSlope(e) + Math.log(x);
        double head = e == 0 ? -slope : -Math.expm1(e * slope) / e;
        double term = 1;
        double sum = 0;
        for (int k = 1; k < 60; k++) {
            term *= -x / k;
            double add = term / (k - e);
            sum += add;
            if (Math.abs(add) < 1e-18 * Math.abs(sum)) {
                break;
            }
        }
        return head - sum;
    }

    /** Computes ln Γ(1−e) / e for e in (−1, ½], by DLMF 5.7.3. */
    private static double logGammaSlope(double e) {
        if (e < -0.5) {
            return (Math.log1p(-(e + 1)) + (e + 1) * logGammaSlope(e + 1)) / e;
        }
        double sum = 0;
        for (int i = ZETA_LESS_ONE.length - 1; i >= 0; i--) {
            sum = e * (ZETA_LESS_ONE[i] / (i + 2) + sum);
        }
        // What ζ(k) has above ZETA_LESS_ONE sums to (−ln(1−e) − e) / e.
        double rest = Math.abs(e) < 1e-5 ? e / 2 + e * e / 3 : (-Math.log1p(-e) - e) / e;
        return EULER + rest + sum;
    }

    /** Computes DLMF 8.19.17 in its even form, by the modified Lentz method. */
    private static double continuedFraction(double n, double x) {
        double b = x + n;
        double c = 1e300;
        double d = 1 / b;
        double h = d;
        for (int i = 1; i < MAX_STEPS; i++) {
            double a = -i * (n - 1 + i);
            b += 2;
            d = 1 / (a * d + b);
            c = b + a / c;
            double delta = c * d;
            h *= delta;
            if (Math.abs(delta - 1) < 2e-16) {
                break;
            }
        }
        return h;
    }
}
