package dev.clientele.core.experiment;

/**
 * The number of observations of an arm, the means of its outcome and covariates, and their variances and covariances.
 * Immutable; the moments of two parts add up to those of both.
 */
public final class ArmMoments {
    private final long count;
    private final double[] means;
    private final double[][] deviations;

    ArmMoments(long count, double[] means, double[][] deviations) {
        this.count = count;
        this.means = means;
        this.deviations = deviations;
    }

    /**
     * Returns the moments of n outcomes by their sum and sum of squares.
     *
     * @throws IllegalArgumentException if no outcomes can have these sums
     */
    public static ArmMoments ofSums(long n, double sum, double sumOfSquares) {
        if (n < 1) {
            throw ExperimentDataException.tooFew("observations", 1, n);
        }
        ExperimentDataException.requireFinite("sum", sum);
        ExperimentDataException.requireFinite("sum of squares", sumOfSquares);
        double mean = sum / n;
        double deviation = sumOfSquares - sum * mean;
        if (deviation < -1e-9 * sumOfSquares || sumOfSquares < 0) {
            throw new IllegalArgumentException(
                    "sum of squares must be at least the square of the sum by n, was " + sumOfSquares);
        }
        return new ArmMoments(n, new double[] {mean}, new double[][] {{Math.max(0, deviation)}});
    }

    /** Returns the moments of n outcomes that are 1 this many times and otherwise 0. */
    public static ArmMoments ofSuccesses(long n, long successes) {
        if (n < 1) {
            throw ExperimentDataException.tooFew("observations", 1, n);
        }
        if (successes < 0 || successes > n) {
            throw new IllegalArgumentException("successes must be from 0 to " + n + ", was " + successes);
        }
        double mean = (double) successes / n;
        return new ArmMoments(n, new double[] {mean}, new double[][] {{mean * (n - successes)}});
    }

    /**
     * Returns the moments of these and the other observations: Chan, Golub and LeVeque (1983), Algorithms for computing the
     * sample variance, The American Statistician 37(3), equation 2.1.
     */
    public ArmMoments plus(ArmMoments other) {
        requireCovariates(other.covariates());
        long n = Math.addExact(count, other.count);
        double weight = (double) other.count / n;
        int size = means.length;
        double[] mean = new double[size];
        double[][] deviation = new double[size][size];
        for (int i = 0; i < size; i++) {
            double move = other.means[i] - means[i];
            mean[i] = means[i] + weight * move;
            for (int j = 0; j < size; j++) {
                double between = move * (other.means[j] - means[j]) * weight * count;
                deviation[i][j] = deviations[i][j] + other.deviations[i][j] + between;
            }
        }
        return new ArmMoments(n, mean, deviation);
    }

    /** Returns the moments of both with the outcome's and covariates' variances within the arms, without that between them. */
    ArmMoments within(ArmMoments other) {
        ArmMoments all = plus(other);
        double[][] deviation = new double[means.length][means.length];
        for (int i = 0; i < means.length; i++) {
            for (int j = 0; j < means.length; j++) {
                deviation[i][j] = deviations[i][j] + other.deviations[i][j];
            }
        }
        return new ArmMoments(all.count, all.means, deviation);
    }

    /** Returns the number of observations, at least 1. */
    public long count() {
        return count;
    }

    /** Returns the number of covariates, 0 or more. */
    public int covariates() {
        return means.length - 1;
    }

    /** Returns the mean of the outcome. */
    public double mean() {
        return means[0];
    }

    /**
     * Returns the variance of the outcome, by n − 1.
     *
     * @throws ExperimentDataException if there are fewer than two observations
     */
    public double variance() {
        return covariance(0, 0);
    }

    /** Returns the mean of a covariate, counted from 0. */
    public double covariateMean(int covariate) {
        return means[covariate + 1];
    }

    /**
     * Returns the covariance of the outcome and a covariate, counted from 0.
     *
     * @throws ExperimentDataException if there are fewer than two observations
     */
    public double outcomeCovariance(int covariate) {
        return covariance(0, covariate + 1);
    }

    /**
     * Returns the covariance of two covariates, counted from 0; of one with itself, its variance.
     *
     * @throws ExperimentDataException if there are fewer than two observations
     */
    public double covariateCovariance(int left, int right) {
        return covariance(left + 1, right + 1);
    }

    /** Returns the sum of products of deviations from the means, where 0 is the outcome. */
    double deviations(int left, int right) {
        return deviations[left][right];
    }

    void requireCovariates(int number) {
        if (covariates() != number) {
            throw new IllegalArgumentException("covariates must be " + number + ", were " + covariates());
        }
    }

    private double covariance(int left, int right) {
        if (count < 2) {
            throw ExperimentDataException.tooFew("observations of an arm", 2, count);
        }
        return deviations[left][right] / (count - 1);
    }
}
