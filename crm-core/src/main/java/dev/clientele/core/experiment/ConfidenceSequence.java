package dev.clientele.core.experiment;

import dev.clientele.core.numerics.ArgumentChecks;

/**
 * An asymptotic confidence sequence: intervals that hold at all looks at once, so that anybody may look at any time and stop.
 * Waudby-Smith, Arbour, Sinha, Kennedy and Ramdas (2021), Time-uniform central limit theory and asymptotic confidence
 * sequences, arXiv 2103.06476, equation 9.
 */
public final class ConfidenceSequence {
    private final double level;
    private final double rho;

    private ConfidenceSequence(double level, double rho) {
        this.level = level;
        this.rho = rho;
    }

    /**
     * Returns the sequence that is narrowest about this many observations of both arms; ρ by the paper's closed approximation
     * √((−2 ln α + ln(1 − 2 ln α)) / n).
     *
     * @param observations the number at which a decision is expected, at least 1
     * @param level the probability with which all intervals hold, between 0 and 1
     */
    public static ConfidenceSequence tunedAt(long observations, double level) {
        if (observations < 1) {
            throw new IllegalArgumentException("observations must be 1 or more, were " + observations);
        }
        double evidence = -2 * Math.log(1 - ArgumentChecks.requireLevel(level));
        return new ConfidenceSequence(level, Math.sqrt((evidence + Math.log1p(evidence)) / observations));
    }

    /** Returns ρ, the parameter that says at how many observations the intervals are narrowest. */
    public double rho() {
        return rho;
    }

    /**
     * Computes the interval about an estimate.
     *
     * @param estimate the estimated effect or lift
     * @param standardError its standard error
     * @param observations the observations of both arms so far
     */
    public EffectInterval interval(double estimate, double standardError, long observations) {
        ExperimentDataException.requireFinite("estimate", estimate);
        ExperimentDataException.requireFinite("standard error", standardError);
        if (observations < 1) {
            throw new IllegalArgumentException("observations must be 1 or more, were " + observations);
        }
        double scaled = observations * rho * rho;
        double half =
                standardError * Math.sqrt(2 * (scaled + 1) / scaled * (0.5 * Math.log1p(scaled) - Math.log(1 - level)));
        return new EffectInterval(estimate - half, estimate + half);
    }

    /** Computes the interval of an effect, at this sequence's level and not the estimate's own. */
    public EffectInterval interval(EffectEstimate effect, long observations) {
        return interval(effect.difference(), effect.standardError(), observations);
    }

    /** Computes the interval of a relative lift, at this sequence's level and not the lift's own. */
    public EffectInterval interval(RelativeLift lift, long observations) {
        return interval(lift.lift(), lift.standardError(), observations);
    }
}
