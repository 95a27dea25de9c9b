package dev.clientele.core.experiment;

/**
 * A regression of the outcome on treatment, covariates and their interactions: Lin (2013), Agnostic notes on regression
 * adjustments to experimental data, Annals of Applied Statistics 7(1), equation 4. It equals one regression an arm, read at
 * the covariates' means over both.
 *
 * <p>The coefficients come from the arms' moments. The robust standard error HC2 needs each observation's leverage, so the
 * rows stream a second time, into {@link #treatmentResiduals()} and {@link #controlResiduals()}, mergeable like the moments.
 */
public final class LinRegression {
    private final LinArm treatment;
    private final LinArm control;

    private LinRegression(LinArm treatment, LinArm control) {
        this.treatment = treatment;
        this.control = control;
    }

    /**
     * Computes the regression of two arms on all their covariates.
     *
     * @throws IllegalArgumentException if there are no covariates or the arms have different numbers of them
     * @throws ExperimentDataException if an arm has fewer observations than covariates and two, or a covariate is constant in
     *     an arm or a linear combination of others
     */
    public static LinRegression fit(ArmMoments treatment, ArmMoments control) {
        if (treatment.covariates() == 0) {
            throw new IllegalArgumentException("covariates must be at least 1, were 0");
        }
        ArmMoments all = treatment.plus(control);
        return new LinRegression(LinArm.of(treatment, all), LinArm.of(control, all));
    }

    /** Returns the estimated average effect, treatment less control. */
    public double difference() {
        return treatment.mean() - control.mean();
    }

    /** Returns an empty accumulator for the second pass over the treatment's observations. */
    public ResidualAccumulator treatmentResiduals() {
        return new ResidualAccumulator(treatment);
    }

    /** Returns an empty accumulator for the second pass over the control's observations. */
    public ResidualAccumulator controlResiduals() {
        return new ResidualAccumulator(control);
    }

    /**
     * Computes the effect with the standard error HC2: MacKinnon and White (1985), Some heteroskedasticity-consistent covariance
     * matrix estimators, Journal of Econometrics 29, equation 12. Degrees of freedom are observations less coefficients.
     *
     * @throws IllegalArgumentException if the residuals are of another regression or not of all its observations
     */
    public EffectEstimate effect(ResidualAccumulator ofTreatment, ResidualAccumulator ofControl, double level) {
        double variance = ofTreatment.squaredStandardError(treatment) + ofControl.squaredStandardError(control);
        double freedom = treatment.degreesOfFreedom() + control.degreesOfFreedom();
        return new EffectEstimate(difference(), Math.sqrt(variance), freedom, level);
    }
}
