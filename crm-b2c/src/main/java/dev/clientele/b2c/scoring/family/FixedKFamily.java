package dev.clientele.b2c.scoring.family;

import dev.clientele.b2c.scoring.data.CustomerBase;
import dev.clientele.b2c.scoring.data.TimeStep;
import dev.clientele.b2c.scoring.fit.Fit;
import dev.clientele.b2c.scoring.fit.FittedModel;
import dev.clientele.b2c.scoring.likelihood.CnbdKLikelihood;
import dev.clientele.b2c.scoring.likelihood.MaximumLikelihood;
import dev.clientele.b2c.scoring.model.CnbdKModel;
import dev.clientele.core.numerics.NamedParameters;
import java.util.List;

/** BG/CNBD-k or MBG/CNBD-k with a given k: what remains to be estimated is r, alpha, a, b. */
final class FixedKFamily extends LikelihoodFamily {
    private static final List<String> PARAMETERS = List.of("r", "alpha", "a", "b");

    private final boolean dropoutAtZero;
    private final int k;

    FixedKFamily(String name, TimeStep step, boolean leavesAtFirst, int k) {
        super(name, PARAMETERS, step);
        this.dropoutAtZero = leavesAtFirst;
        this.k = k;
    }

    @Override
    public CnbdKModel withParameters(double... parameters) {
        double[] p = requireCount(parameters);
        return new CnbdKModel(dropoutAtZero, k, p[0], p[1], p[2], p[3]);
    }

    /** Returns an earlier fit without its k, for a refit. */
    FittedModel ofFamily(FittedModel whole, double[] estimates) {
        Fit fit = whole.fit();
        return new FittedModel(
                whole.model(),
                step(),
                new Fit(
                        name(),
                        NamedParameters.of(PARAMETERS, estimates),
                        List.of(),
                        fit.logLikelihood(),
                        fit.converged(),
                        fit.iterations(),
                        fit.customers(),
                        fit.repeatCustomers()),
                whole.asOf());
    }

    @Override
    MaximumLikelihood.LogLikelihood likelihood(CustomerBase base) {
        return new CnbdKLikelihood(base, k, dropoutAtZero);
    }

    @Override
    double[][] startingValues(double pace, double age) {
        double active = 1.5 * k * pace;
        return new double[][] {{.3, .3 / active, .8, 2.5}, {1.5, 1.5 / active, .5, 4}, {.1, .1 / active, .3, 1}};
    }

    @Override
    String describeBoundary(String parameter, boolean toInfinity) {
        return BgNbd.in(step()).describeBoundary(parameter, toInfinity);
    }
}
