package dev.clientele.core.experiment;

import java.util.ArrayList;
import java.util.List;

/**
 * Two arms adjusted by facts known before the experiment (CUPED): Deng, Xu, Kohavi and Walker (2013), Improving the
 * sensitivity of online controlled experiments by utilizing pre-experiment data, WSDM, equations 4 and 5 with several
 * covariates. The covariates must not be affected by the treatment.
 *
 * @param treatment the treatment's adjusted mean
 * @param control the control's adjusted mean
 * @param coefficients of the covariates in order, common to both arms, from the deviations within them
 */
public record Cuped(ArmEstimate treatment, ArmEstimate control, List<Double> coefficients) {

    /** Creates a pair of adjusted arms. */
    public Cuped {
        coefficients = List.copyOf(coefficients);
    }

    /**
     * Computes the adjustment of two arms by all their covariates.
     *
     * @throws IllegalArgumentException if there are no covariates or the arms have different numbers of them
     * @throws ExperimentDataException if an arm has fewer than two observations, or a covariate is constant or a linear
     *     combination of others
     */
    public static Cuped adjust(ArmMoments treatment, ArmMoments control) {
        if (treatment.covariates() == 0) {
            throw new IllegalArgumentException("covariates must be at least 1, were 0");
        }
        ArmMoments all = treatment.within(control);
        double[] theta = CovarianceSolver.of(all).coefficients(all);
        List<Double> coefficients = new ArrayList<>();
        for (double coefficient : theta) {
            coefficients.add(coefficient);
        }
        return new Cuped(adjusted(treatment, all, theta), adjusted(control, all, theta), coefficients);
    }

    /** Computes the difference of the adjusted means by Welch's test. */
    public EffectEstimate effect(double level) {
        return EffectEstimate.between(treatment, control, level);
    }

    private static ArmEstimate adjusted(ArmMoments arm, ArmMoments all, double[] theta) {
        double mean = arm.mean();
        double variance = arm.variance();
        for (int i = 0; i < theta.length; i++) {
            mean -= theta[i] * (arm.covariateMean(i) - all.covariateMean(i));
            variance -= 2 * theta[i] * arm.outcomeCovariance(i);
            for (int j = 0; j < theta.length; j++) {
                variance += theta[i] * theta[j] * arm.covariateCovariance(i, j);
            }
        }
        return new ArmEstimate(mean, Math.max(0, variance) / arm.count(), arm.count() - 1.0);
    }
}
