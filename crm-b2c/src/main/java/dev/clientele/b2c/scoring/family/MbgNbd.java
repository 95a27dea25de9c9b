package dev.clientele.b2c.scoring.family;

import dev.clientele.b2c.scoring.data.CustomerBase;
import dev.clientele.b2c.scoring.data.TimeStep;
import dev.clientele.b2c.scoring.likelihood.BetaGeometricLikelihood;
import dev.clientele.b2c.scoring.likelihood.MaximumLikelihood;
import dev.clientele.b2c.scoring.model.MbgNbdModel;
import java.util.List;

/**
 * The MBG/NBD model, to be fitted (Batislam, Denizel and Filiztekin 2007); see {@link MbgNbdModel} for what it assumes.
 * Parameters r, alpha, a, b. Immutable and thread-safe.
 */
public final class MbgNbd extends LikelihoodFamily {
    private MbgNbd(TimeStep step) {
        super(MbgNbdModel.NAME, MbgNbdModel.PARAMETERS, step);
    }

    /** Returns the model with time in weeks, as usual in the literature. */
    public static MbgNbd weekly() {
        return in(TimeStep.WEEK);
    }

    /** Returns the model with time in days. */
    public static MbgNbd daily() {
        return in(TimeStep.DAY);
    }

    /** Returns the model with time in another unit. */
    public static MbgNbd in(TimeStep step) {
        return new MbgNbd(step);
    }

    @Override
    public MbgNbdModel withParameters(double... parameters) {
        double[] p = requireCount(parameters);
        return new MbgNbdModel(p[0], p[1], p[2], p[3]);
    }

    @Override
    MaximumLikelihood.LogLikelihood likelihood(CustomerBase base) {
        return new BetaGeometricLikelihood(base, true);
    }

    @Override
    double[][] startingValues(double pace, double age) {
        // Customers buy faster while they are active than the data say on average.
        double active = 1.5 * pace;
        return new double[][] {{.5, .5 / active, .9, 1.6}, {1.5, 1.5 / active, .5, 2}, {.2, .2 / active, .3, 1}};
    }

    @Override
    String describeBoundary(String parameter, boolean toInfinity) {
        return switch (parameter) {
            case "a" ->
                toInfinity ? "one dropout probability for all describes" : "customers who never leave (NBD) describe";
            case "b" ->
                toInfinity ? "customers who never leave (NBD) describe" : "customers who leave at once describe";
            default -> toInfinity ? "one purchase rate for all describes" : super.describeBoundary(parameter, false);
        };
    }

    @Override
    List<LikelihoodFamily> limitingCases() {
        return List.of(Poisson.in(step()), Nbd.in(step()));
    }
}
