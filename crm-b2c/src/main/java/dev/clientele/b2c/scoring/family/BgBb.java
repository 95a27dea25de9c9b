package dev.clientele.b2c.scoring.family;

import dev.clientele.b2c.scoring.data.CustomerBase;
import dev.clientele.b2c.scoring.data.TimeStep;
import dev.clientele.b2c.scoring.likelihood.BgBbLikelihood;
import dev.clientele.b2c.scoring.likelihood.MaximumLikelihood;
import dev.clientele.b2c.scoring.model.BgBbModel;

/**
 * The BG/BB model, to be fitted (Fader, Hardie and Shang 2010); see {@link BgBbModel} for what it assumes. Parameters alpha,
 * beta, gamma, delta. Immutable and thread-safe.
 */
public final class BgBb extends LikelihoodFamily {
    private BgBb(TimeStep step) {
        super(BgBbModel.NAME, BgBbModel.PARAMETERS, step);
    }

    /** Returns the model with one opportunity in each unit of time, such as one each year. */
    public static BgBb oneOpportunityPer(TimeStep step) {
        return new BgBb(step);
    }

    @Override
    public boolean countsOpportunities() {
        return true;
    }

    @Override
    public BgBbModel withParameters(double... parameters) {
        double[] p = requireCount(parameters);
        return new BgBbModel(p[0], p[1], p[2], p[3]);
    }

    @Override
    MaximumLikelihood.LogLikelihood likelihood(CustomerBase base) {
        return new BgBbLikelihood(base);
    }

    @Override
    double[][] startingValues(double pace, double age) {
        double odds = Math.max(.05, Math.min(20, pace / Math.max(.02, 1 - pace)));
        return new double[][] {{1, 1 / odds, .7, 2.5}, {2 * odds, 1, 1, 5}, {.5 * odds, .5, .5, 1}};
    }
}
