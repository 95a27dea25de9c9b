package dev.clientele.b2c.scoring.family;

import dev.clientele.b2c.scoring.data.SpendBase;
import dev.clientele.b2c.scoring.fit.FittedSpendModel;
import dev.clientele.b2c.scoring.fit.NoFitException;
import dev.clientele.b2c.scoring.model.SpendModel;
import java.util.List;

/** A kind of spend model, to be fitted to customers or given parameters. Thread-safe. */
public interface SpendFamily {
    /** Returns the name in the literature, such as {@code Gamma-Gamma}. */
    String name();

    /** Returns the parameters' names in the literature, in the order there. */
    List<String> parameterNames();

    /**
     * Returns the model with known parameters.
     *
     * @param parameters in the order of {@link #parameterNames()}
     */
    SpendModel withParameters(double... parameters);

    /**
     * Fits the model: the parameters under which the data are most likely; where they run off, the simpler model that describes the
     * data as well, see {@link FittedSpendModel#remarks()}.
     *
     * @param customers with their mean spend
     * @throws NoFitException if not even a limiting case can be fitted; says why
     */
    FittedSpendModel fit(SpendBase customers);

    /**
     * Returns this kind of model with a prior on its parameters, for few customers, as {@link RepeatPurchaseFamily#withPrior}.
     *
     * @throws IllegalArgumentException if the prior names a parameter that this model doesn't have
     * @throws UnsupportedOperationException if it is none of this library's models
     */
    default SpendFamily withPrior(ParameterPrior prior) {
        throw new UnsupportedOperationException(name() + " takes no prior");
    }
}
