package dev.clientele.b2c.scoring.family;

import dev.clientele.b2c.scoring.data.TimeStep;
import dev.clientele.b2c.scoring.model.CnbdKModel;

/**
 * The MBG/CNBD-k model, to be fitted: {@link MbgNbd} for customers who buy at regular times, where customers may leave right after the first purchase; see
 * {@link CnbdKModel}. Parameters k, r, alpha, a, b, of which k is chosen by the likelihood. Immutable and thread-safe.
 */
public final class MbgCnbdK extends CnbdKFamily {
    private MbgCnbdK(TimeStep step) {
        super(CnbdKModel.MBG_NAME, step, true);
    }

    /** Returns the model with time in weeks, as usual in the literature. */
    public static MbgCnbdK weekly() {
        return in(TimeStep.WEEK);
    }

    /** Returns the model with time in days. */
    public static MbgCnbdK daily() {
        return in(TimeStep.DAY);
    }

    /** Returns the model with time in another unit. */
    public static MbgCnbdK in(TimeStep step) {
        return new MbgCnbdK(step);
    }
}
