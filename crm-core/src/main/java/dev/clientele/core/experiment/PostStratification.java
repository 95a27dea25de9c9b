package dev.clientele.core.experiment;

import java.util.Collection;

/**
 * An estimator that weighs the differences within strata by the strata's sizes: Miratrix, Sekhon and Yu (2013), Adjusting
 * treatment effect estimates by post-stratification in randomized experiments, JRSS B 75(2), equation 3, with the variance
 * conditional on the strata's sizes.
 */
public final class PostStratification {
    private PostStratification() {}

    /**
     * Computes the effect over all strata; its interval is that of the normal distribution.
     *
     * @throws ExperimentDataException if there is no stratum, an arm has fewer than two observations in one, or nothing varies
     */
    public static EffectEstimate effect(Collection<Stratum> strata, double level) {
        if (strata.isEmpty()) {
            throw ExperimentDataException.tooFew("strata", 1, 0);
        }
        double total = 0;
        for (Stratum stratum : strata) {
            total += stratum.count();
        }
        CompensatedSum difference = new CompensatedSum();
        CompensatedSum variance = new CompensatedSum();
        for (Stratum stratum : strata) {
            double share = stratum.count() / total;
            ArmEstimate treatment = ArmEstimate.ofMean(stratum.treatment());
            ArmEstimate control = ArmEstimate.ofMean(stratum.control());
            difference.addProduct(share, treatment.value() - control.value());
            variance.addProduct(share * share, treatment.squaredStandardError() + control.squaredStandardError());
        }
        return new EffectEstimate(
                difference.exact().doubleValue(),
                Math.sqrt(variance.exact().doubleValue()),
                Double.POSITIVE_INFINITY,
                level);
    }
}
