package dev.clientele.b2c.scoring;

import java.util.List;

/** BG/CNBD-k or MBG/CNBD-k with a given k: what remains to be estimated is r, alpha, a, b. */
final class FixedK extends TimedFamily {
    private static final List<String> PARAMETERS = List.of("r", "alpha", "a", "b");

    private final boolean leavesAtFirst;
    private final int k;

    FixedK(String name, TimeStep step, boolean leavesAtFirst, int k) {
        super(name, PARAMETERS, step);
        this.leavesAtFirst = leavesAtFirst;
        this.k = k;
    }

    @Override
    public CnbdKModel with(double... parameters) {
        double[] p = checked(parameters);
        return new CnbdKModel(leavesAtFirst, k, p[0], p[1], p[2], p[3]);
    }

    @Override
    MaximumLikelihood.LogLikelihood likelihood(CustomerBase base) {
        return new CnbdKLikelihood(base, k, leavesAtFirst);
    }

    @Override
    double[][] starts(double pace, double age) {
        double active = 1.5 * k * pace;
        return new double[][] {{.3, .3 / active, .8, 2.5}, {1.5, 1.5 / active, .5, 4}, {.1, .1 / active, .3, 1}};
    }

    @Override
    String limit(String parameter, boolean toInfinity) {
        return BgNbd.in(step()).limit(parameter, toInfinity);
    }
}
