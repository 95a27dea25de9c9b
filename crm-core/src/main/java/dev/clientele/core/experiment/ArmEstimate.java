package dev.clientele.core.experiment;

/**
 * An arm's estimated value, its squared standard error and the degrees of freedom of that.
 *
 * @param value the mean, ratio or adjusted mean
 * @param squaredStandardError the estimated variance of the value, 0 or more
 * @param degreesOfFreedom above 0; infinite where the normal distribution applies
 */
public record ArmEstimate(double value, double squaredStandardError, double degreesOfFreedom) {

    /** Creates an estimate. */
    public ArmEstimate {
        ExperimentDataException.requireFinite("value", value);
        ExperimentDataException.requireFinite("squared standard error", squaredStandardError);
        if (squaredStandardError < 0) {
            throw new IllegalArgumentException("squared standard error must be 0 or more, was " + squaredStandardError);
        }
        if (!(degreesOfFreedom > 0)) {
            throw new IllegalArgumentException("degrees of freedom must be above 0, were " + degreesOfFreedom);
        }
    }

    /**
     * Returns the mean outcome of an arm.
     *
     * @throws ExperimentDataException if the arm has fewer than two observations
     */
    public static ArmEstimate ofMean(ArmMoments arm) {
        return new ArmEstimate(arm.mean(), arm.variance() / arm.count(), arm.count() - 1.0);
    }

    /**
     * Returns the rate of an outcome that happens or not, with the binomial variance p(1 − p)/n; {@link #ofMean} of the same
     * outcomes divides by n − 1.
     *
     * @throws ExperimentDataException if the arm has fewer than two observations
     */
    public static ArmEstimate ofRate(long n, long successes) {
        if (n < 2) {
            throw ExperimentDataException.tooFew("observations of an arm", 2, n);
        }
        if (successes < 0 || successes > n) {
            throw new IllegalArgumentException("successes must be from 0 to " + n + ", was " + successes);
        }
        double rate = (double) successes / n;
        return new ArmEstimate(rate, rate * (1 - rate) / n, n - 1.0);
    }

    /**
     * Returns a ratio metric: the sum of outcomes by the sum of the only covariate, as revenue per order where the unit of
     * assignment is the person. Its variance is that of the delta method: Deng, Knoblich and Lu (2018), Applying the delta
     * method in metric analytics, KDD, equation 4.
     *
     * @throws ExperimentDataException if the arm has fewer than two observations or the covariate's mean is 0
     */
    public static ArmEstimate ofRatio(ArmMoments arm) {
        arm.requireCovariates(1);
        double base = arm.covariateMean(0);
        if (base == 0) {
            throw new ExperimentDataException(
                    ExperimentDataException.Reason.ZERO_BASE, "the mean of the denominator must not be 0");
        }
        double ratio = arm.mean() / base;
        double variance =
                arm.variance() - 2 * ratio * arm.outcomeCovariance(0) + ratio * ratio * arm.covariateCovariance(0, 0);
        return new ArmEstimate(ratio, Math.max(0, variance) / (arm.count() * base * base), arm.count() - 1.0);
    }
}
