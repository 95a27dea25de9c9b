package dev.clientele.core.experiment;

import dev.clientele.core.numerics.ArgumentChecks;
import java.util.Optional;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * The relative effect of a treatment: treatment by control, less 1.
 *
 * @param lift the relative effect, .1 for a tenth more
 * @param standardError by the delta method, 0 or more
 * @param level the confidence level of the interval, between 0 and 1
 */
public record RelativeLift(double lift, double standardError, double level) {

    /** Creates a relative lift. */
    public RelativeLift {
        ExperimentDataException.requireFinite("lift", lift);
        ExperimentDataException.requireFinite("standard error", standardError);
        ArgumentChecks.requireLevel(level);
    }

    /**
     * Computes the lift with its standard error by the delta method: Deng, Knoblich and Lu (2018), Applying the delta method
     * in metric analytics, KDD, section 3.1.
     *
     * @throws ExperimentDataException if the control's value is 0
     */
    public static RelativeLift between(ArmEstimate treatment, ArmEstimate control, double level) {
        double base = control.value();
        if (base == 0) {
            throw new ExperimentDataException(
                    ExperimentDataException.Reason.ZERO_BASE, "the control's value must not be 0");
        }
        double ratio = treatment.value() / base;
        double variance = treatment.squaredStandardError() + ratio * ratio * control.squaredStandardError();
        return new RelativeLift(ratio - 1, Math.sqrt(variance) / Math.abs(base), level);
    }

    /**
     * Computes the lift's confidence interval by Fieller's theorem, which holds also where the control's value is uncertain:
     * Fieller (1954), Some problems in interval estimation, JRSS B 16(2), equation 9, with independent arms.
     *
     * @return empty where the control's value isn't significantly different from 0, so that no finite interval exists
     */
    public static Optional<EffectInterval> fieller(ArmEstimate treatment, ArmEstimate control, double level) {
        double square = Math.pow(quantile(level), 2);
        double base = control.value();
        double denominator = base * base - square * control.squaredStandardError();
        if (denominator <= 0) {
            return Optional.empty();
        }
        double product = treatment.value() * base;
        double root = Math.sqrt(square
                * (treatment.squaredStandardError() * denominator
                        + treatment.value() * treatment.value() * control.squaredStandardError()));
        return Optional.of(new EffectInterval((product - root) / denominator - 1, (product + root) / denominator - 1));
    }

    /** Returns the confidence interval by the delta method and the normal distribution. */
    public EffectInterval interval() {
        double half = quantile(level) * standardError;
        return new EffectInterval(lift - half, lift + half);
    }

    private static double quantile(double level) {
        return NormalDistribution.of(0, 1).inverseSurvivalProbability((1 - ArgumentChecks.requireLevel(level)) / 2);
    }
}
