package dev.clientele.b2c.scoring;

import java.util.List;

/** A kind of repeat-purchase model, to be fitted to customers or given parameters. Thread-safe. */
public interface RepeatPurchaseFamily {
    /** The name in the literature, such as {@code BG/NBD}. */
    String name();

    /** The parameters' names in the literature, in the order there. */
    List<String> parameterNames();

    /** The unit of the model's times. */
    TimeStep step();

    /**
     * The model with known parameters.
     *
     * @param parameters in the order of {@link #parameterNames()}
     */
    RepeatPurchaseModel with(double... parameters);

    /**
     * The model with the parameters under which the data are most likely.
     *
     * @param customers in any unit of time
     * @throws NoFitException if the data don't determine the parameters; says why
     */
    FittedModel fit(CustomerBase customers);
}
