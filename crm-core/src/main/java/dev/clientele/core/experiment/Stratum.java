package dev.clientele.core.experiment;

/**
 * The two arms within one stratum.
 *
 * @param treatment the treatment's observations in the stratum
 * @param control the control's observations in the stratum
 */
public record Stratum(ArmMoments treatment, ArmMoments control) {

    /** Returns the number of observations of both arms. */
    public long count() {
        return Math.addExact(treatment.count(), control.count());
    }
}
