package dev.clientele.examples.cli.clv;

import dev.clientele.b2c.scoring.BgNbd;
import dev.clientele.b2c.scoring.RepeatPurchaseFamily;
import dev.clientele.b2c.scoring.TimeStep;

/** The repeat-purchase models to choose from, by the names that the options and the JSON have for them. */
enum PurchaseModel {
    BG_NBD;

    RepeatPurchaseFamily family(TimeStep step) {
        return switch (this) {
            case BG_NBD -> BgNbd.in(step);
        };
    }

    @Override
    public String toString() {
        return Words.of(this);
    }
}
