package dev.clientele.core.numerics;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;

/**
 * Adaptive quadrature of two integrands at once (a numerator and its normaliser), by the 7-15 point Gauss-Kronrod pair,
 * always halving the interval that errs most. Deterministic.
 */
public final class GaussKronrod {
    private static final double[] NODE = {
        0.9914553711208126,
        0.9491079123427585,
        0.8648644233597691,
        0.7415311855993945,
        0.5860872354676911,
        0.4058451513773972,
        0.20778495500789848,
        0
    };
    private static final double[] KRONROD = {
        0.022935322010529224,
        0.06309209262997856,
        0.10479001032225019,
        0.14065325971552592,
        0.1690047266392679,
        0.19035057806478542,
        0.20443294007529889,
        0.20948214108472782
    };
    private static final double[] GAUSS = {
        0, 0.1294849661688697, 0, 0.27970539148927664,
        0, 0.3818300505051189, 0, 0.4179591836734694
    };
    private static final int MAX_PANELS = 600;

    /** Two integrands evaluated together. */
    @FunctionalInterface
    public interface IntegrandPair {
        /**
         * Evaluates both integrands.
         *
         * @param y the point
         * @param out receives the two values
         */
        void evaluate(double y, double[] out);
    }

    private GaussKronrod() {}

    /**
     * Integrates one function over an interval.
     *
     * @param f the integrand
     * @param breaks interval ends and inner points where the integrand changes character, ascending
     * @param tolerance relative error aimed at
     */
    public static double integrate(DoubleUnaryOperator f, double[] breaks, double tolerance) {
        IntegrandPair pair = (y, out) -> {
            out[0] = f.applyAsDouble(y);
            out[1] = out[0];
        };
        return integrate(pair, breaks, tolerance)[0];
    }

    /**
     * Integrates both over an interval.
     *
     * @param f the integrand
     * @param breaks interval ends and inner points where the integrand changes character, ascending
     * @param tolerance relative error aimed at in both integrals
     * @return the two integrals
     */
    public static double[] integrate(IntegrandPair f, double[] breaks, double tolerance) {
        double[][] panels = new double[MAX_PANELS + breaks.length][];
        double[] scratch = new double[2];
        int count = 0;
        for (int i = 0; i + 1 < breaks.length; i++) {
            if (breaks[i + 1] > breaks[i]) {
                panels[count++] = panel(f, breaks[i], breaks[i + 1], scratch);
            }
        }
        while (count < MAX_PANELS) {
            double first = 0;
            double second = 0;
            for (int i = 0; i < count; i++) {
                first += panels[i][2];
                second += panels[i][3];
            }
            int worst = -1;
            double most = 0;
            double error = 0;
            for (int i = 0; i < count; i++) {
                double relative = Math.max(share(panels[i][4], first), share(panels[i][5], second));
                error += relative;
                if (relative > most) {
                    most = relative;
                    worst = i;
                }
            }
            if (worst < 0 || error <= tolerance) {
                break;
            }
            double[] wide = panels[worst];
            double middle = 0.5 * (wide[0] + wide[1]);
            panels[worst] = panel(f, wide[0], middle, scratch);
            panels[count++] = panel(f, middle, wide[1], scratch);
        }
        Arrays.sort(panels, 0, count, (p, q) -> Double.compare(p[0], q[0]));
        double[] sum = new double[2];
        for (int i = 0; i < count; i++) {
            sum[0] += panels[i][2];
            sum[1] += panels[i][3];
        }
        return sum;
    }

    /** Returns start, end, the two integrals, the two error estimates. */
    private static double[] panel(IntegrandPair f, double start, double end, double[] out) {
        double centre = 0.5 * (start + end);
        double half = 0.5 * (end - start);
        double k0 = 0;
        double k1 = 0;
        double g0 = 0;
        double g1 = 0;
        for (int i = 0; i < 8; i++) {
            int sides = i == 7 ? 1 : 2;
            for (int side = 0; side < sides; side++) {
                f.evaluate(side == 0 ? centre - half * NODE[i] : centre + half * NODE[i], out);
                k0 += KRONROD[i] * out[0];
                k1 += KRONROD[i] * out[1];
                g0 += GAUSS[i] * out[0];
                g1 += GAUSS[i] * out[1];
            }
        }
        return new double[] {
            start, end, k0 * half, k1 * half, error((k0 - g0) * half, k0 * half), error((k1 - g1) * half, k1 * half)
        };
    }

    private static double share(double error, double total) {
        return error == 0 ? 0 : error / Math.abs(total);
    }

    /** Sharpens the error estimate as usual: the 15-point value is far better than its distance from the 7-point value. */
    private static double error(double distance, double value) {
        double size = Math.abs(distance);
        double scale = Math.abs(value);
        if (size == 0 || scale == 0) {
            return size;
        }
        double sharpened = scale * Math.min(1, Math.pow(200 * size / scale, 1.5));
        return sharpened <= 4e-16 * scale ? 0 : sharpened;
    }
}
