package dev.clientele.b2c.scoring.family;

import dev.clientele.b2c.scoring.data.CustomerBase;
import dev.clientele.b2c.scoring.data.TimeStep;
import dev.clientele.b2c.scoring.likelihood.MaximumLikelihood;
import dev.clientele.b2c.scoring.likelihood.PoissonLikelihood;
import dev.clientele.b2c.scoring.model.PoissonModel;

/**
 * The Poisson model, to be fitted: what {@link Nbd} becomes where customers don't differ in their rates; see {@link PoissonModel}.
 * Parameter lambda, whose estimate is all repeat purchases over all time observed. Immutable and thread-safe.
 */
public final class Poisson extends LikelihoodFamily {
    private Poisson(TimeStep step) {
        super(PoissonModel.NAME, PoissonModel.PARAMETERS, step);
    }

    /** Returns the model with time in weeks, as usual in the literature. */
    public static Poisson weekly() {
        return in(TimeStep.WEEK);
    }

    /** Returns the model with time in days. */
    public static Poisson daily() {
        return in(TimeStep.DAY);
    }

    /** Returns the model with time in another unit. */
    public static Poisson in(TimeStep step) {
        return new Poisson(step);
    }

    @Override
    public PoissonModel withParameters(double... parameters) {
        return new PoissonModel(requireCount(parameters)[0]);
    }

    @Override
    MaximumLikelihood.LogLikelihood likelihood(CustomerBase base) {
        return new PoissonLikelihood(base);
    }

    @Override
    double[][] startingValues(double pace, double age) {
        return new double[][] {{pace}};
    }
}
