package dev.clientele.b2c.scoring.family;

import dev.clientele.b2c.scoring.data.CustomerBase;
import dev.clientele.b2c.scoring.data.TimeStep;
import dev.clientele.b2c.scoring.likelihood.MaximumLikelihood;
import dev.clientele.b2c.scoring.likelihood.ParetoNbdLikelihood;
import dev.clientele.b2c.scoring.model.ParetoNbdModel;
import java.util.List;

/**
 * The Pareto/NBD model, to be fitted (Schmittlein, Morrison and Colombo 1987); see {@link ParetoNbdModel} for what it
 * assumes. Parameters r, alpha, s, beta. Immutable and thread-safe.
 */
public final class ParetoNbd extends LikelihoodFamily {
    private ParetoNbd(TimeStep step) {
        super(ParetoNbdModel.NAME, ParetoNbdModel.PARAMETERS, step);
    }

    /** Returns the model with time in weeks, as usual in the literature. */
    public static ParetoNbd weekly() {
        return in(TimeStep.WEEK);
    }

    /** Returns the model with time in days. */
    public static ParetoNbd daily() {
        return in(TimeStep.DAY);
    }

    /** Returns the model with time in another unit. */
    public static ParetoNbd in(TimeStep step) {
        return new ParetoNbd(step);
    }

    @Override
    public ParetoNbdModel withParameters(double... parameters) {
        double[] p = requireCount(parameters);
        return new ParetoNbdModel(p[0], p[1], p[2], p[3]);
    }

    @Override
    MaximumLikelihood.LogLikelihood likelihood(CustomerBase base) {
        return new ParetoNbdLikelihood(base);
    }

    @Override
    double[][] startingValues(double pace, double age) {
        // Customers buy faster while they are active than the data say on average.
        double active = 1.5 * pace;
        return new double[][] {{.5, .5 / active, .6, age / 2}, {2, 2 / active, 1, age}, {.2, .2 / active, .4, age / 4}};
    }

    @Override
    String describeBoundary(String parameter, boolean toInfinity) {
        return switch (parameter) {
            case "s" -> toInfinity ? "one dropout rate for all describes" : "customers who never leave (NBD) describe";
            case "beta" -> toInfinity ? "one dropout rate for all describes" : super.describeBoundary(parameter, false);
            default -> toInfinity ? "one purchase rate for all describes" : super.describeBoundary(parameter, false);
        };
    }

    @Override
    List<LikelihoodFamily> limitingCases() {
        return List.of(Poisson.in(step()), Nbd.in(step()));
    }
}
