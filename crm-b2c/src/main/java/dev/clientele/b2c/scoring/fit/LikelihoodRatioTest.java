package dev.clientele.b2c.scoring.fit;

import org.apache.commons.statistics.distribution.ChiSquaredDistribution;

/**
 * The likelihood-ratio test of a model against a richer one that contains it (Wilks 1938, Annals of Mathematical Statistics
 * 9, 60-62). Only for data that both were fitted to, and where the simpler model is no boundary of the richer one.
 *
 * @param statistic twice the difference of the log-likelihoods, 0 or more
 * @param degreesOfFreedom by how many parameters the richer model is richer, 1 or more
 * @param pValue probability of such a statistic or a larger one if the simpler model were true, from 0 to 1
 */
public record LikelihoodRatioTest(double statistic, int degreesOfFreedom, double pValue) {
    /**
     * Compares two fits.
     *
     * @throws IllegalArgumentException if the richer model doesn't have more parameters or the fits are of different numbers
     *     of customers
     */
    public static LikelihoodRatioTest of(Fit simpler, Fit richer) {
        int more = richer.parameters().size() - simpler.parameters().size();
        if (more < 1) {
            throw new IllegalArgumentException("richer must have more parameters than " + simpler.model() + " with "
                    + simpler.parameters().size() + ", had "
                    + richer.parameters().size());
        }
        if (simpler.customers() != richer.customers()) {
            throw new IllegalArgumentException("richer must be fitted to the same " + simpler.customers()
                    + " customers, was to " + richer.customers());
        }
        double statistic = Math.max(0, 2 * (richer.logLikelihood() - simpler.logLikelihood()));
        return new LikelihoodRatioTest(
                statistic, more, ChiSquaredDistribution.of(more).survivalProbability(statistic));
    }
}
