package dev.clientele.core.numerics;

import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * A function of a small whole number x and an age T that is smooth in ln(scale + T), tabulated when first needed as
 * Chebyshev polynomials on a fixed grid of that logarithm. Thread-safe: threads that fill the same table
 * compute identical values.
 */
public final class ChebyshevTables {
    private static final int DEGREE = 17;
    private static final double WIDTH = 0.5;
    private static final int INTERVALS = 80;
    private static final int MAX_ROWS = 256;

    /** The function to be tabulated. */
    @FunctionalInterface
    public interface TabulatedFunction {
        /** Returns its value at x and T, also for a T somewhat below 0 down to −0.4 scales. */
        double at(int x, double age);
    }

    private final double scale;
    private final double origin;
    private final TabulatedFunction function;
    private final AtomicReferenceArray<double[]> tables = new AtomicReferenceArray<>(MAX_ROWS * INTERVALS);

    /**
     * Creates the tables of a function, all empty yet.
     *
     * @param scale of T, above 0
     * @param function to be tabulated
     */
    public ChebyshevTables(double scale, TabulatedFunction function) {
        this.scale = scale;
        this.origin = WIDTH * Math.floor(Math.log(scale) / WIDTH);
        this.function = function;
    }

    /** Returns the function at x and T, from a table unless x or T is unusually large. */
    public double at(int x, double age) {
        double place = (Math.log(scale + age) - origin) / WIDTH;
        int interval = (int) place;
        if (x >= MAX_ROWS || interval >= INTERVALS) {
            return function.at(x, age);
        }
        int index = x * INTERVALS + interval;
        double[] coefficients = tables.get(index);
        if (coefficients == null) {
            coefficients = tabulate(x, interval);
            tables.set(index, coefficients);
        }
        // Clenshaw's recurrence on [−1, 1].
        double y = 2 * (place - interval) - 1;
        double two = 2 * y;
        double after = 0;
        double here = 0;
        for (int k = DEGREE; k > 0; k--) {
            double next = two * here - after + coefficients[k];
            after = here;
            here = next;
        }
        return y * here - after + coefficients[0];
    }

    private double[] tabulate(int x, int interval) {
        int n = DEGREE + 1;
        double[] values = new double[n];
        for (int j = 0; j < n; j++) {
            double y = Math.cos(Math.PI * (j + 0.5) / n);
            double log = origin + WIDTH * (interval + 0.5 * (y + 1));
            values[j] = function.at(x, Math.exp(log) - scale);
        }
        double[] coefficients = new double[n];
        for (int k = 0; k < n; k++) {
            double sum = 0;
            for (int j = 0; j < n; j++) {
                sum += values[j] * Math.cos(Math.PI * k * (j + 0.5) / n);
            }
            coefficients[k] = (k == 0 ? 1.0 : 2.0) / n * sum;
        }
        return coefficients;
    }
}
