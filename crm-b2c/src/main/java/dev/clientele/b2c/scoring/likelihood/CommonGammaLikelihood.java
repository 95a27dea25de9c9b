package dev.clientele.b2c.scoring.likelihood;

import dev.clientele.b2c.scoring.data.SpendBase;
import dev.clientele.core.numerics.GammaFunctions;
import dev.clientele.core.numerics.ParallelSum;
import org.apache.commons.numbers.gamma.LogGamma;

/** The log-likelihood of a spend base with its exact derivatives in (p, mean), where customers don't differ in spend. */
public final class CommonGammaLikelihood implements MaximumLikelihood.LogLikelihood {
    private static final int WIDTH = 6;

    private final SpendBase base;

    /** Creates the log-likelihood of a base. */
    public CommonGammaLikelihood(SpendBase base) {
        this.base = base;
    }

    @Override
    public double evaluate(double[] theta, double[] gradient, double[][] hessian) {
        double p = theta[0];
        double mean = theta[1];
        double[] s = ParallelSum.compute(base.customers(), WIDTH, (start, end, sum) -> {
            for (int i = start; i < end; i++) {
                int x = base.purchases(i);
                double shape = p * x;
                double ratio = base.mean(i) / mean;
                double common = Math.log(shape) + Math.log(ratio) - ratio;
                sum[0] += shape * common - LogGamma.value(shape) - Math.log(base.mean(i));
                sum[1] += x * (common + 1 - GammaFunctions.digamma(shape));
                sum[2] += shape * (ratio - 1) / mean;
                sum[3] += x / p - (double) x * x * GammaFunctions.trigamma(shape);
                sum[4] += x * (ratio - 1) / mean;
                sum[5] += shape * (1 - 2 * ratio) / (mean * mean);
            }
        });
        ParallelSum.unpackDerivatives(s, gradient, hessian);
        return s[0];
    }
}
