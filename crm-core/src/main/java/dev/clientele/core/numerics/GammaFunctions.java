package dev.clientele.core.numerics;

import org.apache.commons.numbers.gamma.LogBeta;

/** Logarithms of gamma-like functions and their derivatives. */
public final class GammaFunctions {
    private static final double ASYMPTOTIC_FROM = 16;

    private GammaFunctions() {}

    /** ln B(p, q) for p, q above 0. */
    public static double logBeta(double p, double q) {
        return LogBeta.value(p, q);
    }

    /** ψ(x), x above 0: recurrence up to 16, then the asymptotic series (DLMF 5.11.2). */
    public static double digamma(double x) {
        double shift = 0;
        double z = x;
        while (z < ASYMPTOTIC_FROM) {
            shift -= 1 / z;
            z += 1;
        }
        double v = 1 / (z * z);
        double series = v
                * (1.0 / 12
                        - v * (1.0 / 120 - v * (1.0 / 252 - v * (1.0 / 240 - v * (1.0 / 132 - v * 691.0 / 32760)))));
        return shift + Math.log(z) - 0.5 / z - series;
    }

    /** ψ′(x), x above 0. */
    public static double trigamma(double x) {
        double shift = 0;
        double z = x;
        while (z < ASYMPTOTIC_FROM) {
            shift += 1 / (z * z);
            z += 1;
        }
        double v = 1 / (z * z);
        double series =
                v * (1.0 / 6 - v * (1.0 / 30 - v * (1.0 / 42 - v * (1.0 / 30 - v * (5.0 / 66 - v * 691.0 / 2730)))));
        return shift + 1 / z + 0.5 * v + series / z;
    }
}
