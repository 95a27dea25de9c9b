package dev.clientele.core.experiment;

import java.math.BigDecimal;
import java.math.MathContext;

/**
 * An accumulator of one arm's observations: their number, sums, squares and products, and nothing else, so that a billion
 * rows stream through it. Accumulators of parts of the rows merge to the accumulator of all; neither the order nor the
 * division into parts changes a result beyond rounding. Not safe for use by several threads: give each its own and merge.
 */
public final class MomentAccumulator {
    private static final MathContext PRECISION = new MathContext(50);
    private static final double NO_SPREAD = 1e-24; // of the sum of squares: below what doubles can tell from a constant

    private final CompensatedSum[] sums;
    private final CompensatedSum[][] products;
    private final double[] row;
    private long count;

    private MomentAccumulator(int covariates) {
        int size = covariates + 1;
        row = new double[size];
        sums = new CompensatedSum[size];
        products = new CompensatedSum[size][];
        for (int i = 0; i < size; i++) {
            sums[i] = new CompensatedSum();
            products[i] = new CompensatedSum[i + 1];
            for (int j = 0; j <= i; j++) {
                products[i][j] = new CompensatedSum();
            }
        }
    }

    /** Returns an empty accumulator of an outcome alone. */
    public static MomentAccumulator create() {
        return new MomentAccumulator(0);
    }

    /** Returns an empty accumulator of an outcome with this many covariates. */
    public static MomentAccumulator withCovariates(int covariates) {
        if (covariates < 0) {
            throw new IllegalArgumentException("covariates must be 0 or more, was " + covariates);
        }
        return new MomentAccumulator(covariates);
    }

    /**
     * Adds one observation.
     *
     * @throws ExperimentDataException if a number isn't finite; nothing is added
     * @throws IllegalArgumentException if there are more or fewer covariates than declared
     */
    public void add(double outcome, double... covariates) {
        if (covariates.length != row.length - 1) {
            throw new IllegalArgumentException(
                    "covariates must be " + (row.length - 1) + ", were " + covariates.length);
        }
        row[0] = ExperimentDataException.requireFinite("outcome", outcome);
        for (int i = 0; i < covariates.length; i++) {
            row[i + 1] = ExperimentDataException.requireFinite("covariate", covariates[i]);
        }
        count++;
        for (int i = 0; i < row.length; i++) {
            sums[i].add(row[i]);
            for (int j = 0; j <= i; j++) {
                products[i][j].addProduct(row[i], row[j]);
            }
        }
    }

    /** Adds all observations of another accumulator with as many covariates. */
    public void addAll(MomentAccumulator other) {
        if (other.row.length != row.length) {
            throw new IllegalArgumentException(
                    "covariates must be " + (row.length - 1) + ", were " + (other.row.length - 1));
        }
        count += other.count;
        for (int i = 0; i < row.length; i++) {
            sums[i].addAll(other.sums[i]);
            for (int j = 0; j <= i; j++) {
                products[i][j].addAll(other.products[i][j]);
            }
        }
    }

    /** Returns the number of observations. */
    public long count() {
        return count;
    }

    /**
     * Returns the moments of what was added so far.
     *
     * @throws ExperimentDataException if nothing was added or a sum of squares exceeds the range of a double
     */
    public ArmMoments moments() {
        if (count < 1) {
            throw ExperimentDataException.tooFew("observations", 1, count);
        }
        int size = row.length;
        BigDecimal n = BigDecimal.valueOf(count);
        double[] means = new double[size];
        double[][] deviations = new double[size][size];
        for (int i = 0; i < size; i++) {
            BigDecimal sum = sums[i].exact();
            means[i] = sum.divide(n, PRECISION).doubleValue();
            for (int j = 0; j <= i; j++) {
                BigDecimal square = products[i][j].exact();
                BigDecimal expected = sum.multiply(sums[j].exact()).divide(n, PRECISION);
                double deviation = square.subtract(expected).doubleValue();
                if (i == j && deviation < NO_SPREAD * square.doubleValue()) {
                    deviation = 0;
                }
                deviations[i][j] = deviation;
                deviations[j][i] = deviation;
            }
        }
        return new ArmMoments(count, means, deviations);
    }
}
