package dev.clientele.b2c.scoring.likelihood;

/**
 * A log-likelihood plus the logarithm of a prior's density, but for a constant: the logarithm of each parameter is normal about that of its
 * median. Its maximum is that of the posterior density of the logarithms.
 */
public final class PenalisedLikelihood implements MaximumLikelihood.LogLikelihood {
    private final MaximumLikelihood.LogLikelihood whole;
    private final double[] medians;
    private final double standardDeviation;

    /**
     * Adds a prior.
     *
     * @param whole log-likelihood of parameters that are all above 0
     * @param medians of the parameters
     * @param standardDeviation of their logarithms
     */
    public PenalisedLikelihood(MaximumLikelihood.LogLikelihood whole, double[] medians, double standardDeviation) {
        this.whole = whole;
        this.medians = medians.clone();
        this.standardDeviation = standardDeviation;
    }

    @Override
    public double evaluate(double[] theta, double[] gradient, double[][] hessian) {
        double value = whole.evaluate(theta, gradient, hessian);
        for (int i = 0; i < theta.length; i++) {
            double distance = Math.log(theta[i] / medians[i]) / standardDeviation;
            double slope = -distance / (standardDeviation * theta[i]);
            value -= distance * distance / 2;
            gradient[i] += slope;
            hessian[i][i] -= (slope + 1 / (standardDeviation * standardDeviation * theta[i])) / theta[i];
        }
        return value;
    }
}
