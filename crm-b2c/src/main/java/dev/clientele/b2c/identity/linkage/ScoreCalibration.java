package dev.clientele.b2c.identity.linkage;

/**
 * A correction of scores learned from labelled pairs: score = prior + shift + scale · weights (Platt 1999, Probabilistic
 * Outputs for Support Vector Machines).
 *
 * @param shift natural log-odds added to the prior
 * @param scale factor of all weights, above 0
 */
public record ScoreCalibration(double shift, double scale) {

    /** Checks that both are finite and the scale above 0. */
    public ScoreCalibration {
        if (!Double.isFinite(shift) || !(scale > 0 && scale < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("shift must be finite and scale finite and above 0");
        }
    }

    /** Returns the calibration that changes nothing. */
    public static ScoreCalibration none() {
        return new ScoreCalibration(0, 1);
    }
}
