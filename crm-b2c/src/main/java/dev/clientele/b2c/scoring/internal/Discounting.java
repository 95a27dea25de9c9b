package dev.clientele.b2c.scoring.internal;

import java.util.function.DoubleUnaryOperator;

/** Present values of a stream known by its undiscounted running total. */
public final class Discounting {
    private Discounting() {}

    /**
     * ∫<sub>0</sub><sup>t</sup> e<sup>−δs</sup> dM(s), integrated by parts to e<sup>−δt</sup> M(t) + δ ∫ e<sup>−δs</sup>
     * M(s) ds, in which every term is positive.
     *
     * @param total M, increasing from 0
     * @param time t
     * @param delta δ, continuous
     */
    public static double present(DoubleUnaryOperator total, double time, double delta) {
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
}
