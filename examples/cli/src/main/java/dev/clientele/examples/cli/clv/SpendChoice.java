package dev.clientele.examples.cli.clv;

import dev.clientele.b2c.scoring.family.GammaGamma;
import dev.clientele.b2c.scoring.family.SpendFamily;
import dev.clientele.examples.cli.text.TextFormat;
import java.util.Optional;

/** The spend models to choose from, by the names that the options and the JSON have for them. */
enum SpendChoice {
    GAMMA_GAMMA,
    NONE;

    /** Empty if spend is not to be modelled. */
    Optional<SpendFamily> family() {
        return switch (this) {
            case GAMMA_GAMMA -> Optional.of(GammaGamma.standard());
            case NONE -> Optional.empty();
        };
    }

    @Override
    public String toString() {
        return TextFormat.optionWord(this);
    }
}
