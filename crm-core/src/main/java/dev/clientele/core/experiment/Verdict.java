package dev.clientele.core.experiment;

/** The conclusion of an experiment; there is none of its effect while the arms' sizes are wrong. */
public enum Verdict {
    /** The treatment raised the outcome. */
    INCREASE,
    /** The treatment lowered the outcome. */
    DECREASE,
    /** The interval includes no effect. */
    INCONCLUSIVE,
    /** The arms' sizes don't fit the plan, so that no effect may be read from the data. */
    SAMPLE_RATIO_MISMATCH;

    /** Returns the verdict on an effect by its own interval, for a single look. */
    public static Verdict of(SampleRatio sampleRatio, EffectEstimate effect) {
        return of(sampleRatio, effect.interval());
    }

    /** Returns the verdict on an effect by this interval, as that of a confidence sequence. */
    public static Verdict of(SampleRatio sampleRatio, EffectInterval interval) {
        if (sampleRatio.isMismatch()) {
            return SAMPLE_RATIO_MISMATCH;
        }
        if (interval.low() > 0) {
            return INCREASE;
        }
        return interval.high() < 0 ? DECREASE : INCONCLUSIVE;
    }
}
