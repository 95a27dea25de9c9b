package dev.clientele.b2b.revenue.retention;

import java.util.Arrays;
import java.util.Comparator;
import java.util.function.ToDoubleFunction;

/**
 * Finds the largest value of a function of a few positive numbers, by the simplex of J. A. Nelder and R. Mead, <i>A simplex
 * method for function minimization</i>, The Computer Journal 7 (1965), on their logarithms; begun anew where it has ended, until
 * that gains nothing.
 */
final class NelderMead {

    private static final double MAX_LOG_SEARCHED = 12;
    private static final double MAX_LOG_RESULT = 8;
    private static final int MAX_STEPS = 2000;
    private static final int MAX_RESTARTS = 20;
    private static final double MIN_GAIN = 1e-10;

    private NelderMead() {}

    /** A point and the value there. */
    private static final class Vertex {
        private final double[] at;
        private final double value;

        Vertex(double[] at, double value) {
            this.at = at;
            this.value = value;
        }

        double[] at() {
            return at;
        }

        double value() {
            return value;
        }
    }

    static void requirePositive(String name, double value) {
        if (!(value > 0 && value <= Double.MAX_VALUE)) {
            throw new IllegalArgumentException(name + " must be above zero and finite, got " + value);
        }
    }

    /**
     * The numbers at which the function is largest.
     *
     * @throws NoLikelihoodMaximumException if it is largest where one of them is above e^8 or below e^-8
     */
    static double[] maximise(double[] start, ToDoubleFunction<double[]> function) {
        double[] best = Arrays.stream(start).map(Math::log).toArray();
        ToDoubleFunction<double[]> lower = logs -> {
            for (double log : logs) {
                if (!(Math.abs(log) <= MAX_LOG_SEARCHED)) {
                    return Double.POSITIVE_INFINITY;
                }
            }
            double value = -function.applyAsDouble(exp(logs));
            return Double.isNaN(value) ? Double.POSITIVE_INFINITY : value;
        };
        double value = lower.applyAsDouble(best);
        for (int round = 0; round < MAX_RESTARTS; round++) {
            Vertex found = descend(best, lower);
            double gained = value - found.value();
            best = found.at();
            value = found.value();
            if (gained < MIN_GAIN) {
                break;
            }
        }
        for (double log : best) {
            if (Math.abs(log) > MAX_LOG_RESULT) {
                throw new NoLikelihoodMaximumException(
                        "the history has no best fit: it gets more likely without end as a parameter goes to "
                                + (log > 0 ? "infinity" : "zero"));
            }
        }
        return exp(best);
    }

    private static double[] exp(double[] logs) {
        return Arrays.stream(logs).map(Math::exp).toArray();
    }

    private static Vertex descend(double[] start, ToDoubleFunction<double[]> function) {
        int size = start.length;
        Vertex[] simplex = new Vertex[size + 1];
        for (int i = 0; i <= size; i++) {
            double[] at = start.clone();
            if (i > 0) {
                at[i - 1] += 0.5;
            }
            simplex[i] = new Vertex(at, function.applyAsDouble(at));
        }
        for (int step = 0; step < MAX_STEPS; step++) {
            Arrays.sort(simplex, Comparator.comparingDouble(Vertex::value));
            if (width(simplex) < 1e-12) {
                break;
            }
            step(simplex, function);
        }
        Arrays.sort(simplex, Comparator.comparingDouble(Vertex::value));
        return simplex[0];
    }

    private static void step(Vertex[] simplex, ToDoubleFunction<double[]> function) {
        int worst = simplex.length - 1;
        double[] centre = new double[worst];
        for (int i = 0; i < worst; i++) {
            for (int j = 0; j < worst; j++) {
                centre[j] += simplex[i].at()[j] / worst;
            }
        }
        Vertex reflected = along(centre, simplex[worst].at(), -1, function);
        if (reflected.value() < simplex[0].value()) {
            Vertex expanded = along(centre, simplex[worst].at(), -2, function);
            simplex[worst] = expanded.value() < reflected.value() ? expanded : reflected;
        } else if (reflected.value() < simplex[worst - 1].value()) {
            simplex[worst] = reflected;
        } else {
            double towards = reflected.value() < simplex[worst].value() ? -0.5 : 0.5;
            Vertex contracted = along(centre, simplex[worst].at(), towards, function);
            if (contracted.value() < Math.min(reflected.value(), simplex[worst].value())) {
                simplex[worst] = contracted;
            } else {
                for (int i = 1; i <= worst; i++) {
                    simplex[i] = along(simplex[0].at(), simplex[i].at(), 0.5, function);
                }
            }
        }
    }

    /** The point that lies so far from one point in the direction of another. */
    private static Vertex along(double[] from, double[] to, double share, ToDoubleFunction<double[]> function) {
        double[] at = new double[from.length];
        for (int i = 0; i < at.length; i++) {
            at[i] = from[i] + share * (to[i] - from[i]);
        }
        return new Vertex(at, function.applyAsDouble(at));
    }

    private static double width(Vertex[] simplex) {
        double width = 0;
        for (Vertex vertex : simplex) {
            for (int i = 0; i < vertex.at().length; i++) {
                width = Math.max(width, Math.abs(vertex.at()[i] - simplex[0].at()[i]));
            }
        }
        return width;
    }
}
