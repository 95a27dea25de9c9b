package dev.clientele.core.numerics;

import java.util.function.DoubleUnaryOperator;

/** Present values of a stream known by its undiscounted running total. */
public final class DiscountedIntegral {
    private static final GaussLegendre[] RULES = {GaussLegendre.of(12), GaussLegendre.of(18), GaussLegendre.of(28)};
    private static final double[] LENGTH = {0.7, 1.6, 3};
    private static final double[] FADES = {2, 4, 8};

    private DiscountedIntegral() {}

    /**
     * Computes ∫<sub>0</sub><sup>t</sup> e<sup>−δs</sup> dM(s), integrated by parts to e<sup>−δt</sup> M(t) + δ ∫ e<sup>−δs</sup>
     * M(s) ds, in which every term is positive.
     *
     * @param total M, increasing from 0
     * @param time t
     * @param delta δ, continuous
     */
    public static double presentValue(DoubleUnaryOperator total, double time, double delta) {
        if (time == 0) {
            return 0;
        }
        double end = Math.exp(-delta * time) * total.applyAsDouble(time);
        if (delta == 0) {
            return end;
        }
        // Beyond this the discount factor is below 1e−19 of where it began.
        double reach = Math.min(time, 44 / delta);
        double[] breaks = {0, reach / 1024, reach / 128, reach / 16, reach / 4, reach};
        double tolerance = Math.max(1e-13, Math.min(1e-6, 1e-13 / (delta * time)));
        double[] sums = GaussKronrod.integrate(
                (s, out) -> {
                    double discount = Math.exp(-delta * s);
                    out[0] = discount * total.applyAsDouble(s);
                    out[1] = discount;
                },
                breaks,
                tolerance);
        return end + delta * sums[0];
    }

    /**
     * Computes the present value for a total that is smooth in ln(1 + s/scale), analytic in a strip of half-width π/2 or more around the real
     * line: by a few Gauss-Legendre nodes.
     *
     * @param total M, increasing from 0
     * @param time t
     * @param delta δ, continuous
     * @param scale above 0
     */
    public static double presentValue(DoubleUnaryOperator total, double time, double delta, double scale) {
        if (time == 0 || delta == 0) {
            return time == 0 ? 0 : total.applyAsDouble(time);
        }
        double reach = Math.min(time, 44 / delta);
        double end = Math.exp(-delta * time) * total.applyAsDouble(time);
        return end + delta * panel(total, 0, Math.log1p(reach / scale), delta, scale);
    }

    private static double panel(DoubleUnaryOperator total, double low, double high, double delta, double scale) {
        double fades = delta * scale * (Math.exp(high) - Math.exp(low));
        for (int k = 0; k < RULES.length; k++) {
            if (high - low <= LENGTH[k] && fades <= FADES[k]) {
                double sum = 0;
                for (int i = 0; i < RULES[k].size(); i++) {
                    double y = low + (high - low) * RULES[k].node(i);
                    double s = scale * Math.expm1(y);
                    sum += RULES[k].weight(i) * Math.exp(y - delta * s) * total.applyAsDouble(s);
                }
                return sum * scale * (high - low);
            }
        }
        double middle = 0.5 * (low + high);
        return panel(total, low, middle, delta, scale) + panel(total, middle, high, delta, scale);
    }
}
