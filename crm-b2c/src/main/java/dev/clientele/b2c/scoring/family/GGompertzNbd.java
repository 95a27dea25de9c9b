package dev.clientele.b2c.scoring.family;

import dev.clientele.b2c.scoring.data.CustomerBase;
import dev.clientele.b2c.scoring.data.TimeStep;
import dev.clientele.b2c.scoring.likelihood.GGompertzNbdLikelihood;
import dev.clientele.b2c.scoring.likelihood.MaximumLikelihood;
import dev.clientele.b2c.scoring.model.GGompertzNbdModel;
import java.util.List;

/**
 * The GGompertz/NBD model, to be fitted (Bemmaor and Glady 2012); see {@link GGompertzNbdModel} for what it assumes.
 * Parameters r, alpha, b, s, beta. Immutable and thread-safe.
 */
public final class GGompertzNbd extends LikelihoodFamily {
    private GGompertzNbd(TimeStep step) {
        super(GGompertzNbdModel.NAME, GGompertzNbdModel.PARAMETERS, step);
    }

    /** Returns the model with time in weeks, as usual in the literature. */
    public static GGompertzNbd weekly() {
        return in(TimeStep.WEEK);
    }

    /** Returns the model with time in days. */
    public static GGompertzNbd daily() {
        return in(TimeStep.DAY);
    }

    /** Returns the model with time in another unit. */
    public static GGompertzNbd in(TimeStep step) {
        return new GGompertzNbd(step);
    }

    @Override
    public GGompertzNbdModel withParameters(double... parameters) {
        double[] p = requireCount(parameters);
        return new GGompertzNbdModel(p[0], p[1], p[2], p[3], p[4]);
    }

    @Override
    MaximumLikelihood.LogLikelihood likelihood(CustomerBase base) {
        return new GGompertzNbdLikelihood(base);
    }

    @Override
    double[][] startingValues(double pace, double age) {
        // Customers buy faster while they are active than the data say on average.
        double active = 1.5 * pace;
        return new double[][] {
            {.5, .5 / active, .1 / age, .6, .05}, {.5, .5 / active, 1 / age, .5, 1}, {2, 2 / active, .1 / age, 1, .1}
        };
    }

    @Override
    String describeBoundary(String parameter, boolean toInfinity) {
        return parameter.equals("b") && !toInfinity
                ? "Pareto/NBD describes"
                : super.describeBoundary(parameter, toInfinity);
    }

    @Override
    List<LikelihoodFamily> limitingCases() {
        return List.of(Poisson.in(step()), Nbd.in(step()), ParetoNbd.in(step()));
    }
}
