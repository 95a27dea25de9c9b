package dev.clientele.b2c.lifetime;

import dev.clientele.b2c.scoring.BgNbd;
import dev.clientele.b2c.scoring.GammaGamma;
import dev.clientele.b2c.scoring.RepeatPurchaseFamily;
import dev.clientele.b2c.scoring.SpendFamily;
import dev.clientele.b2c.scoring.TimeStep;
import dev.clientele.core.error.CorruptException;

/** The kinds of model by the names under which calibrations keep them. */
final class Families {

    private Families() {}

    static RepeatPurchaseFamily purchases(String name, TimeStep step) {
        BgNbd bgNbd = BgNbd.in(step);
        if (name.equals(bgNbd.name())) {
            return bgNbd;
        }
        throw new CorruptException("a stored calibration has a model that this version doesn't know: " + name, null);
    }

    static SpendFamily spend(String name) {
        GammaGamma gammaGamma = GammaGamma.standard();
        if (name.equals(gammaGamma.name())) {
            return gammaGamma;
        }
        throw new CorruptException("a stored calibration has a model that this version doesn't know: " + name, null);
    }
}
