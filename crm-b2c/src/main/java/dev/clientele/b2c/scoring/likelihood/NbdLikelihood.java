package dev.clientele.b2c.scoring.likelihood;

import dev.clientele.b2c.scoring.data.CustomerBase;
import dev.clientele.core.numerics.ParallelSum;

/** NBD's log-likelihood of a customer base with its exact first and second derivatives in (r, alpha). */
public final class NbdLikelihood implements MaximumLikelihood.LogLikelihood {
    private final CustomerBase base;
    private final long[] withMoreThan;

    /** Creates the log-likelihood of a base. */
    public NbdLikelihood(CustomerBase base) {
        this.base = base;
        this.withMoreThan = base.customersWithMoreThan();
    }

    @Override
    public double evaluate(double[] theta, double[] gradient, double[][] hessian) {
        double r = theta[0];
        double alpha = theta[1];
        double[] s = ParallelSum.compute(base.cells(), 6, (start, end, sum) -> {
            for (int i = start; i < end; i++) {
                double n = base.count(i);
                int x = base.repeats(i);
                double t = base.age(i);
                double at = 1 / (alpha + t);
                double grown = Math.log1p(t / alpha);
                double growth = t / alpha * at;
                sum[0] -= n * (r * grown + x * Math.log(alpha + t));
                sum[1] -= n * grown;
                sum[2] += n * (r * growth - x * at);
                sum[4] += n * growth;
                sum[5] += n * (x * at * at - r * growth * (1 / alpha + at));
            }
        });
        for (int i = 0; i < withMoreThan.length; i++) {
            double n = withMoreThan[i];
            s[0] += n * Math.log(r + i);
            s[1] += n / (r + i);
            s[3] -= n / ((r + i) * (r + i));
        }
        ParallelSum.unpackDerivatives(s, gradient, hessian);
        return s[0];
    }
}
