package dev.clientele.core.numerics;

import java.util.Optional;
import java.util.function.DoubleFunction;

/**
 * Newton's method with exact second derivatives inside a trust region (Nocedal and Wright, Numerical Optimization, 2nd
 * edition, algorithm 4.1 with the exact subproblem of section 4.3). Deterministic. Our own, since Commons Math has no
 * optimiser that uses second derivatives.
 *
 * <p>Where the function is convex, steps cost a {@link CholeskyDecomposition}, so that some hundred variables are no trouble;
 * elsewhere an {@link EigenDecomposition}, which is for few.
 */
public final class TrustRegion {
    private static final int MAX_ITERATIONS = 200;
    private static final double MAX_RADIUS = 4;

    /** A smooth function to be made smallest. */
    @FunctionalInterface
    public interface Objective {
        /**
         * Evaluates the function and its derivatives.
         *
         * @param at the point
         * @param gradient receives the first derivatives
         * @param hessian receives the second derivatives, symmetric
         * @return the value; anything not finite means "not there"
         */
        double evaluate(double[] at, double[] gradient, double[][] hessian);
    }

    /** The end of a search. Its arrays are the caller's to use. */
    public static final class Minimum {
        private final double[] at;
        private final double value;
        private final double[][] hessian;
        private final int iterations;
        private final boolean converged;

        private Minimum(double[] at, double value, double[][] hessian, int iterations, boolean converged) {
            this.at = at;
            this.value = value;
            this.hessian = hessian;
            this.iterations = iterations;
            this.converged = converged;
        }

        /** Returns the point. */
        public double[] at() {
            return at;
        }

        /** Returns the function there. */
        public double value() {
            return value;
        }

        /** Returns its second derivatives there. */
        public double[][] hessian() {
            return hessian;
        }

        /** Returns the evaluations spent. */
        public int iterations() {
            return iterations;
        }

        /** Returns whether no further descent is possible in double precision. */
        public boolean converged() {
            return converged;
        }
    }

    /** A move, and whether the function is convex where it begins. */
    private static final class Step {
        private final double[] move;
        private final boolean convex;

        Step(double[] move, boolean convex) {
            this.move = move;
            this.convex = convex;
        }

        double[] move() {
            return move;
        }

        boolean convex() {
            return convex;
        }
    }

    private TrustRegion() {}

    /**
     * Finds the minimum of a strictly convex function, however far from the start.
     *
     * @param f the function to be made smallest, of order one near its minimum
     * @param start where to begin; f must be finite there
     * @param lastStep a Newton step shorter than this is taken without looking again; what remains is about its square
     */
    public static Minimum minimiseConvex(Objective f, double[] start, double lastStep) {
        return minimise(f, start, Double.POSITIVE_INFINITY, lastStep, Double.POSITIVE_INFINITY);
    }

    /**
     * Finds a minimum.
     *
     * @param f the function to be made smallest, of order one near its minimum
     * @param start where to begin; f must be finite there
     * @param limit how far from 0 any coordinate may go; the search ends there
     * @param lastStep a Newton step shorter than this is taken without looking again; what remains is about its square
     */
    public static Minimum minimise(Objective f, double[] start, double limit, double lastStep) {
        return minimise(f, start, limit, lastStep, MAX_RADIUS);
    }

    private static Minimum minimise(Objective f, double[] start, double limit, double lastStep, double maxRadius) {
        int n = start.length;
        double[] x = start.clone();
        double[] g = new double[n];
        double[][] h = new double[n][n];
        double value = f.evaluate(x, g, h);
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("start must have a finite value");
        }
        double radius = 1;
        double[] trialG = new double[n];
        double[][] trialH = new double[n][n];
        for (int iteration = 1; iteration <= MAX_ITERATIONS; iteration++) {
            Step chosen = step(h, g, radius);
            double[] step = chosen.move();
            double predicted = -dot(g, step) - 0.5 * quadratic(h, step);
            if (norm(step) < lastStep && chosen.convex()) {
                // So close, the quadratic model is as good as the function: its minimum needs no more evaluation.
                for (int i = 0; i < n; i++) {
                    x[i] += step[i];
                }
                return new Minimum(x, value - predicted, h, iteration, true);
            }
            if (predicted <= 2e-16 * (1 + Math.abs(value)) && norm(g) < 1e-7) {
                return new Minimum(x, value, h, iteration, true);
            }
            double[] trial = new double[n];
            for (int i = 0; i < n; i++) {
                trial[i] = Math.max(-limit, Math.min(limit, x[i] + step[i]));
            }
            double trialValue = f.evaluate(trial, trialG, trialH);
            double ratio = Double.isFinite(trialValue) ? (value - trialValue) / predicted : -1;
            if (ratio < 0.25) {
                radius = 0.25 * Math.min(radius, norm(step));
            } else if (ratio > 0.75 && norm(step) > 0.9 * radius) {
                radius = Math.min(maxRadius, 2 * radius);
            }
            if (ratio > 1e-4) {
                x = trial;
                value = trialValue;
                double[] swapG = g;
                g = trialG;
                trialG = swapG;
                double[][] swapH = h;
                h = trialH;
                trialH = swapH;
            }
            if (radius < 1e-13) {
                return new Minimum(x, value, h, iteration, norm(g) < 1e-6);
            }
        }
        return new Minimum(x, value, h, MAX_ITERATIONS, false);
    }

    /** Finds the minimiser of the quadratic model within the radius: −(H + shift·I)⁻¹ g with the shift found by bisection. */
    private static Step step(double[][] h, double[] g, double radius) {
        Optional<CholeskyDecomposition> convex = CholeskyDecomposition.decompose(h, 0);
        if (convex.isPresent()) {
            double[] newton = negated(convex.get().solve(g));
            DoubleFunction<double[]> shifted = shift -> CholeskyDecomposition.decompose(h, shift)
                    .orElseThrow(() -> new ArithmeticException("a shift upwards must keep a matrix positive definite"))
                    .solve(g);
            return new Step(norm(newton) <= radius ? newton : shorten(shifted, 0, 0, g, radius), true);
        }
        EigenDecomposition eigen = EigenDecomposition.decompose(h);
        double least = eigen.eigenvalue(0);
        double floor = 1e-14 * Math.max(1, Math.abs(eigen.eigenvalue(eigen.size() - 1)));
        double low = Math.max(0, floor - least);
        double[] step = negated(eigen.solve(low, g));
        return new Step(
                norm(step) <= radius ? step : shorten(shift -> eigen.solve(shift, g), low, floor, g, radius),
                least > 0);
    }

    /** Finds the shift by which the move is just within the radius. */
    private static double[] shorten(
            DoubleFunction<double[]> shifted, double least, double floor, double[] g, double radius) {
        double low = least;
        double high = low + norm(g) / radius + floor;
        for (int i = 0; i < 100 && high - low > 1e-3 * high; i++) {
            double middle = 0.5 * (low + high);
            if (norm(shifted.apply(middle)) > radius) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return negated(shifted.apply(high));
    }

    private static double[] negated(double[] v) {
        for (int i = 0; i < v.length; i++) {
            v[i] = -v[i];
        }
        return v;
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    private static double quadratic(double[][] h, double[] s) {
        double sum = 0;
        for (int i = 0; i < s.length; i++) {
            sum += s[i] * dot(h[i], s);
        }
        return sum;
    }

    private static double norm(double[] v) {
        return Math.sqrt(dot(v, v));
    }
}
