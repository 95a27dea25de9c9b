package dev.clientele.b2c.scoring.family;

import dev.clientele.b2c.scoring.data.CustomerBase;
import dev.clientele.b2c.scoring.data.CustomerBaseBuilder;
import dev.clientele.b2c.scoring.data.TimeStep;
import dev.clientele.b2c.scoring.fit.FittedModel;
import dev.clientele.b2c.scoring.fit.NoFitException;
import dev.clientele.b2c.scoring.model.RepeatPurchaseModel;
import java.util.List;

/** A kind of repeat-purchase model, to be fitted to customers or given parameters. Thread-safe. */
public interface RepeatPurchaseFamily {
    /** Returns the name in the literature, such as {@code BG/NBD}. */
    String name();

    /** Returns the parameters' names in the literature, in the order there. */
    List<String> parameterNames();

    /** Returns the unit of the model's times. */
    TimeStep step();

    /** Returns an empty collection of histories as this kind of model counts their time. */
    default CustomerBaseBuilder customers() {
        return countsOpportunities() ? CustomerBase.opportunities(step()) : CustomerBase.builder(TimeStep.DAY);
    }

    /** Returns whether time is counted in opportunities, whole numbers of calendar periods, as by BG/BB. */
    default boolean countsOpportunities() {
        return false;
    }

    /**
     * Returns the model with known parameters.
     *
     * @param parameters in the order of {@link #parameterNames()}
     */
    RepeatPurchaseModel withParameters(double... parameters);

    /**
     * Fits the model: the parameters under which the data are most likely. Where the data push parameters to a limit, the simpler
     * model that describes them as well is fitted instead, such as NBD for Pareto/NBD whose customers never leave, and {@link
     * FittedModel#remarks()} says so; {@link FittedModel#name()} is then its name.
     *
     * @param customers in any unit of time
     * @throws NoFitException if not even a limiting case can be fitted; says why and what to try
     */
    FittedModel fit(CustomerBase customers);

    /**
     * Computes the log-likelihood of customers under a fitted model of this family, others than it was fitted to or the same at
     * another time. Of those that it was fitted to it is {@link FittedModel#logLikelihood()}.
     *
     * @param customers in any unit of time
     * @param fitted a fit of this family in this family's unit of time
     * @throws IllegalArgumentException if the fit is of another family or unit
     */
    double logLikelihood(CustomerBase customers, FittedModel fitted);

    /**
     * Fits the model beginning at an earlier fit of this family: a fraction of the work where the data have changed
     * little. The estimates agree with those of a first fit to about 1e-8, their standard errors to about 1e-4.
     *
     * @param customers in any unit of time
     * @param before an earlier fit of this family in this family's unit of time
     * @throws NoFitException if the data don't determine the parameters; says why
     * @throws IllegalArgumentException if the earlier fit is of another family or unit
     */
    default FittedModel refit(CustomerBase customers, FittedModel before) {
        return fit(customers);
    }

    /**
     * Returns this kind of model with a prior on its parameters, for few customers. Its fits are of this model itself, never of a
     * limiting case, and have a remark of kind {@link dev.clientele.b2c.scoring.fit.FitRemark.Kind#PRIOR}; their log-likelihood is that
     * of the data alone. Every {@link #refit} is a first fit. The k of (M)BG/CNBD-k has no prior.
     *
     * @throws IllegalArgumentException if the prior names a parameter that this model doesn't have
     * @throws UnsupportedOperationException if it is none of this library's models
     */
    default RepeatPurchaseFamily withPrior(ParameterPrior prior) {
        throw new UnsupportedOperationException(name() + " takes no prior");
    }
}
