package dev.clientele.core.experiment;

import dev.clientele.core.numerics.ArgumentChecks;
import org.apache.commons.statistics.distribution.ContinuousDistribution;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * The estimated effect of a treatment with its uncertainty.
 *
 * @param difference treatment less control, in units of the outcome
 * @param standardError above 0
 * @param degreesOfFreedom of Student's t, above 0; infinite for the normal distribution
 * @param level the confidence level of the interval, between 0 and 1, as .95
 */
public record EffectEstimate(double difference, double standardError, double degreesOfFreedom, double level) {

    /**
     * Creates an estimate.
     *
     * @throws ExperimentDataException if the standard error is 0, so that nothing varies
     */
    public EffectEstimate {
        ExperimentDataException.requireFinite("difference", difference);
        ExperimentDataException.requireFinite("standard error", standardError);
        if (standardError <= 0) {
            throw new ExperimentDataException(
                    ExperimentDataException.Reason.NO_VARIANCE,
                    "the outcome must vary, its standard error was " + standardError);
        }
        if (!(degreesOfFreedom > 0)) {
            throw new IllegalArgumentException("degrees of freedom must be above 0, were " + degreesOfFreedom);
        }
        ArgumentChecks.requireLevel(level);
    }

    /**
     * Computes the difference of two independent arms by Welch's test: Welch (1947), The generalization of Student's problem
     * when several different population variances are involved, Biometrika 34, with the degrees of freedom of Satterthwaite
     * (1946), An approximate distribution of estimates of variance components, Biometrics Bulletin 2, equation 17.
     *
     * @throws ExperimentDataException if neither arm varies
     */
    public static EffectEstimate between(ArmEstimate treatment, ArmEstimate control, double level) {
        double ofTreatment = treatment.squaredStandardError();
        double ofControl = control.squaredStandardError();
        double sum = ofTreatment + ofControl;
        double treatmentShare = sum == 0 ? 1 : ofTreatment / sum;
        double controlShare = 1 - treatmentShare;
        double freedom = 1
                / (treatmentShare * treatmentShare / treatment.degreesOfFreedom()
                        + controlShare * controlShare / control.degreesOfFreedom());
        return new EffectEstimate(treatment.value() - control.value(), Math.sqrt(sum), freedom, level);
    }

    /**
     * Computes the difference of two arms' mean outcomes by Welch's test.
     *
     * @throws ExperimentDataException if an arm has fewer than two observations or neither varies
     */
    public static EffectEstimate ofMeans(ArmMoments treatment, ArmMoments control, double level) {
        return between(ArmEstimate.ofMean(treatment), ArmEstimate.ofMean(control), level);
    }

    /** Returns the two-sided confidence interval of the difference. */
    public EffectInterval interval() {
        double half = distribution().inverseSurvivalProbability((1 - level) / 2) * standardError;
        return new EffectInterval(difference - half, difference + half);
    }

    /** Returns the two-sided probability of a difference at least as large if there were no effect. */
    public double pValue() {
        return Math.min(1, 2 * distribution().survivalProbability(Math.abs(difference) / standardError));
    }

    private ContinuousDistribution distribution() {
        return Double.isInfinite(degreesOfFreedom) ? NormalDistribution.of(0, 1) : TDistribution.of(degreesOfFreedom);
    }
}
