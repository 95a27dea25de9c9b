package dev.clientele.core.numerics;

/**
 * Derivatives and differences of the logarithm of the gamma function. Commons Numbers has the derivatives too, by up to 49 recursive calls and with a
 * trigamma good to 1e-12 only, which second derivatives of a likelihood would show; the other special functions are its.
 */
public final class GammaFunctions {
    private static final double ASYMPTOTIC_FROM = 16;
    private static final double SMALL_STEP = 1e-5;

    private GammaFunctions() {}

    /** Computes ψ(x) for x above 0: recurrence up to 16, then the asymptotic series (DLMF 5.11.2). */
    public static double digamma(double x) {
        double shift = 0;
        double z = x;
        while (z < ASYMPTOTIC_FROM) {
            shift -= 1 / z;
            z += 1;
        }
        return shift + Math.log(z) - 0.5 / z - digammaSeries(z);
    }

    /** Computes ψ′(x) for x above 0. */
    public static double trigamma(double x) {
        double shift = 0;
        double z = x;
        while (z < ASYMPTOTIC_FROM) {
            shift += 1 / (z * z);
            z += 1;
        }
        return shift + 1 / z + 0.5 / (z * z) + trigammaSeries(z);
    }

    /** Computes ln Γ(x+a) − ln Γ(x) for x, a above 0, without loss where a is tiny or x is large. */
    public static double logGammaDifference(double x, double a) {
        double shift = 0;
        double z = x;
        while (z < ASYMPTOTIC_FROM) {
            shift -= Math.log1p(a / z);
            z += 1;
        }
        // Of a series that falls off as slowly as this, the midpoint rule is exact where a plain difference cancels.
        double series = a < SMALL_STEP * z
                ? -a * digammaSeries(z + 0.5 * a)
                : LogRisingFactorial.correction(z + a) - LogRisingFactorial.correction(z);
        return shift + a * (Math.log(z) - 1) + (z + a - 0.5) * Math.log1p(a / z) + series;
    }

    /** Computes ψ(x+a) − ψ(x) for x, a above 0, without loss where a is tiny or x is large. */
    public static double digammaDifference(double x, double a) {
        double shift = 0;
        double z = x;
        while (z < ASYMPTOTIC_FROM) {
            shift += a / z / (z + a);
            z += 1;
        }
        double series = a < SMALL_STEP * z ? a * trigammaSeries(z + 0.5 * a) : digammaSeries(z) - digammaSeries(z + a);
        return shift + Math.log1p(a / z) + 0.5 * (a / z) / (z + a) + series;
    }

    /** Computes ψ′(x+a) − ψ′(x) for x, a above 0, to an absolute 1e-20 where a is tiny. */
    public static double trigammaDifference(double x, double a) {
        double shift = 0;
        double z = x;
        while (z < ASYMPTOTIC_FROM) {
            shift -= a / z / (z + a) * (1 / z + 1 / (z + a));
            z += 1;
        }
        double step = a / z / (z + a);
        return shift - step - 0.5 * step * (1 / z + 1 / (z + a)) + (trigammaSeries(z + a) - trigammaSeries(z));
    }

    private static double digammaSeries(double z) {
        double v = 1 / (z * z);
        return v
                * (1.0 / 12
                        - v * (1.0 / 120 - v * (1.0 / 252 - v * (1.0 / 240 - v * (1.0 / 132 - v * 691.0 / 32760)))));
    }

    private static double trigammaSeries(double z) {
        double v = 1 / (z * z);
        return v / z * (1.0 / 6 - v * (1.0 / 30 - v * (1.0 / 42 - v * (1.0 / 30 - v * (5.0 / 66 - v * 691.0 / 2730)))));
    }
}
