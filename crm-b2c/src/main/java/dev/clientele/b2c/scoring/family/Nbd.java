package dev.clientele.b2c.scoring.family;

import dev.clientele.b2c.scoring.data.CustomerBase;
import dev.clientele.b2c.scoring.data.TimeStep;
import dev.clientele.b2c.scoring.likelihood.MaximumLikelihood;
import dev.clientele.b2c.scoring.likelihood.NbdLikelihood;
import dev.clientele.b2c.scoring.model.NbdModel;
import java.util.List;

/**
 * The NBD model, to be fitted (Ehrenberg 1959); see {@link NbdModel} for what it assumes. Parameters r, alpha. Immutable and
 * thread-safe.
 */
public final class Nbd extends LikelihoodFamily {
    private Nbd(TimeStep step) {
        super(NbdModel.NAME, NbdModel.PARAMETERS, step);
    }

    /** Returns the model with time in weeks, as usual in the literature. */
    public static Nbd weekly() {
        return in(TimeStep.WEEK);
    }

    /** Returns the model with time in days. */
    public static Nbd daily() {
        return in(TimeStep.DAY);
    }

    /** Returns the model with time in another unit. */
    public static Nbd in(TimeStep step) {
        return new Nbd(step);
    }

    @Override
    public NbdModel withParameters(double... parameters) {
        double[] p = requireCount(parameters);
        return new NbdModel(p[0], p[1]);
    }

    @Override
    MaximumLikelihood.LogLikelihood likelihood(CustomerBase base) {
        return new NbdLikelihood(base);
    }

    @Override
    double[][] startingValues(double pace, double age) {
        return new double[][] {{.4, .4 / pace}, {2, 2 / pace}};
    }

    @Override
    String describeBoundary(String parameter, boolean toInfinity) {
        return toInfinity
                ? "customers who all buy at the same rate (Poisson) describe"
                : super.describeBoundary(parameter, false);
    }

    @Override
    List<LikelihoodFamily> limitingCases() {
        return List.of(Poisson.in(step()));
    }
}
