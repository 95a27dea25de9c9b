package dev.clientele.b2c.scoring.family;

import dev.clientele.b2c.scoring.data.TimeStep;
import dev.clientele.b2c.scoring.model.CnbdKModel;

/**
 * The BG/CNBD-k model, to be fitted: {@link BgNbd} for customers who buy at regular times, where nobody leaves before the second purchase; see
 * {@link CnbdKModel}. Parameters k, r, alpha, a, b, of which k is chosen by the likelihood. Immutable and thread-safe.
 */
public final class BgCnbdK extends CnbdKFamily {
    private BgCnbdK(TimeStep step) {
        super(CnbdKModel.BG_NAME, step, false);
    }

    /** Returns the model with time in weeks, as usual in the literature. */
    public static BgCnbdK weekly() {
        return in(TimeStep.WEEK);
    }

    /** Returns the model with time in days. */
    public static BgCnbdK daily() {
        return in(TimeStep.DAY);
    }

    /** Returns the model with time in another unit. */
    public static BgCnbdK in(TimeStep step) {
        return new BgCnbdK(step);
    }
}
