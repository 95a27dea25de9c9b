package dev.clientele.b2c.scoring.likelihood;

import dev.clientele.b2c.scoring.data.CustomerBase;
import dev.clientele.b2c.scoring.dropout.GompertzDropoutIntegral;
import dev.clientele.core.numerics.LogSumExp;
import dev.clientele.core.numerics.ParallelSum;

/** GGompertz/NBD's log-likelihood with its exact first and second derivatives in (r, alpha, b, s, beta). */
public final class GGompertzNbdLikelihood implements MaximumLikelihood.LogLikelihood {
    private static final int WIDTH = 21;

    private final CustomerBase base;
    private final long[] withMoreThan;

    /** Creates the log-likelihood of a base. */
    public GGompertzNbdLikelihood(CustomerBase base) {
        this.base = base;
        this.withMoreThan = base.customersWithMoreThan();
    }

    @Override
    public double evaluate(double[] theta, double[] gradient, double[][] hessian) {
        double r = theta[0];
        double alpha = theta[1];
        double[] sum = ParallelSum.compute(base.cells(), WIDTH, (start, end, part) -> {
            LogSumExp mixture = new LogSumExp(5);
            double[] one = new double[5];
            double[] two = new double[15];
            for (int i = start; i < end; i++) {
                double until = base.age(i);
                GompertzDropoutIntegral silence =
                        new GompertzDropoutIntegral(r + base.repeats(i), alpha, theta[2], theta[3], theta[4]);
                mixture.clear();
                // Relative to the weight of being alive; if that is far smaller the sum merely gets large.
                double alive = silence.logAlive(until);
                double shift = Math.max(alive, silence.logIntegral(base.recency(i), until));
                silence.addAliveDerivatives(until, one, two);
                mixture.add(Math.exp(alive - shift), one, two);
                silence.addTo(mixture, base.recency(i), until, shift);
                part[0] += base.count(i) * shift;
                mixture.addTo(base.count(i), part);
            }
        });
        double customers = base.customers();
        sum[0] += customers * r * Math.log(alpha);
        sum[1] += customers * Math.log(alpha);
        sum[2] += customers * r / alpha;
        sum[7] += customers / alpha;
        sum[11] -= customers * r / (alpha * alpha);
        for (int i = 0; i < withMoreThan.length; i++) {
            double n = withMoreThan[i];
            sum[0] += n * Math.log(r + i);
            sum[1] += n / (r + i);
            sum[6] -= n / ((r + i) * (r + i));
        }
        ParallelSum.unpackDerivatives(sum, gradient, hessian);
        return sum[0];
    }
}
