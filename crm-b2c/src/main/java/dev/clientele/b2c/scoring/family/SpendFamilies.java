package dev.clientele.b2c.scoring.family;

import dev.clientele.b2c.scoring.fit.FittedSpendModel;
import dev.clientele.b2c.scoring.fit.Uncertainty;
import dev.clientele.b2c.scoring.model.SpendModel;
import java.util.List;
import java.util.Optional;

/** The registry of the spend models of this library by name. */
public final class SpendFamilies {
    private SpendFamilies() {}

    /** Returns every model. */
    public static List<SpendFamily> all() {
        return List.of(GammaGamma.standard(), CommonGamma.standard());
    }

    /**
     * Finds a model by its name in the literature.
     *
     * @return empty if there is none of that name
     */
    public static Optional<SpendFamily> find(String name) {
        return all().stream().filter(family -> family.name().equals(name)).findFirst();
    }

    /**
     * Returns how sure any figure of a fitted model is.
     *
     * @throws IllegalArgumentException if it is none of these models, or its fit has no covariance
     */
    public static Uncertainty<SpendModel> uncertainty(FittedSpendModel fitted) {
        SpendFamily family = find(fitted.name())
                .orElseThrow(() -> new IllegalArgumentException("fitted must be one of "
                        + all().stream().map(SpendFamily::name).toList() + ", was " + fitted.name()));
        return Uncertainty.of(fitted.model(), fitted.fit(), family::withParameters);
    }
}
