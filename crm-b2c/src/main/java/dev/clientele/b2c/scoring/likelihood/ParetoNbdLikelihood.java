package dev.clientele.b2c.scoring.likelihood;

import dev.clientele.b2c.scoring.data.CustomerBase;
import dev.clientele.b2c.scoring.dropout.ParetoDropoutIntegral;
import dev.clientele.core.numerics.ParallelSum;

/**
 * Pareto/NBD's log-likelihood of a customer base with its exact first and second derivatives in (r, alpha, s, beta):
 * derivatives of the silence integral are moments of its integrand, gathered in the same pass.
 */
public final class ParetoNbdLikelihood implements MaximumLikelihood.LogLikelihood {
    private static final int WIDTH = 15;

    private final CustomerBase base;
    private final long[] withMoreThan;

    /** Creates the log-likelihood of a base. */
    public ParetoNbdLikelihood(CustomerBase base) {
        this.base = base;
        this.withMoreThan = base.customersWithMoreThan();
    }

    @Override
    public double evaluate(double[] theta, double[] gradient, double[][] hessian) {
        double r = theta[0];
        double[] s = ParallelSum.compute(
                base.cells(), WIDTH, (start, end, sum) -> cells(start, end, r, theta[1], theta[2], theta[3], sum));
        for (int i = 0; i < withMoreThan.length; i++) {
            double n = withMoreThan[i];
            s[0] += n * Math.log(r + i);
            s[1] += n / (r + i);
            s[5] -= n / ((r + i) * (r + i));
        }
        ParallelSum.unpackDerivatives(s, gradient, hessian);
        return s[0];
    }

    /** Adds the value; first derivatives in r, alpha, s, beta; second derivatives row by row from the diagonal. */
    private void cells(int start, int end, double r, double alpha, double s, double beta, double[] sum) {
        ParetoDropoutIntegral silence = new ParetoDropoutIntegral(alpha, beta);
        double[] u = new double[4];
        for (int i = start; i < end; i++) {
            double n = base.count(i);
            int x = base.repeats(i);
            double t = base.age(i);
            stayed(n, x, t, r, alpha, s, beta, sum);
            double from = base.recency(i);
            double shape = r + x;
            double integral = silence.integrate(shape, s + 1, from, t, true);
            if (integral > 0) {
                left(n, shape, from, t, s, silence, u, sum);
            }
        }
    }

    /** Adds −r ln(1 + T/alpha) − x ln(alpha + T) − s ln(1 + T/beta). */
    private static void stayed(double n, int x, double t, double r, double alpha, double s, double beta, double[] sum) {
        double at = 1 / (alpha + t);
        double bt = 1 / (beta + t);
        double grownA = ParallelSum.logRatio(alpha + t, alpha, t);
        double grownB = ParallelSum.logRatio(beta + t, beta, t);
        double growthA = t / alpha * at;
        double growthB = t / beta * bt;
        sum[0] -= n * (r * grownA + x * Math.log(alpha + t) + s * grownB);
        sum[1] -= n * grownA;
        sum[2] += n * (r * growthA - x * at);
        sum[3] -= n * grownB;
        sum[4] += n * s * growthB;
        sum[6] += n * growthA;
        sum[9] += n * (x * at * at - r * growthA * (1 / alpha + at));
        sum[13] += n * growthB;
        sum[14] -= n * s * growthB * (1 / beta + bt);
    }

    /** Adds ln(1 + e^u), u the log-odds of having left during the silence. */
    private static void left(
            double n,
            double shape,
            double from,
            double t,
            double s,
            ParetoDropoutIntegral silence,
            double[] u,
            double[] sum) {
        double afrom = silence.alpha() + from;
        double bfrom = silence.beta() + from;
        double at = 1 / (afrom + (t - from));
        double bt = 1 / (bfrom + (t - from));
        double longA = ParallelSum.logRatio(afrom + (t - from), afrom, t - from);
        double longB = ParallelSum.logRatio(bfrom + (t - from), bfrom, t - from);
        double total = silence.moment(0);
        double value = Math.log(s * total / bfrom) + shape * longA + s * longB;
        double e = Math.exp(-Math.abs(value));
        double gone = value > 0 ? 1 / (1 + e) : e / (1 + e);
        sum[0] += n * (Math.max(value, 0) + Math.log1p(e));
        double w = n * gone;
        double v = w * (value > 0 ? e / (1 + e) : 1 / (1 + e));
        double per = 1 / total;
        double la = silence.moment(1) * per;
        double ia = silence.moment(2) * per;
        double lb = silence.moment(3) * per;
        double ib = silence.moment(4) * per;
        double deep = s + 1;
        u[0] = longA - la;
        u[1] = shape * (at - ia);
        u[2] = 1 / s + longB - lb;
        u[3] = s * bt - deep * ib;
        // Second derivatives of u: what is explicit in the integrand plus its covariances.
        double laIa = silence.moment(6) * per - la * ia;
        double iaIa = silence.moment(9) * per - ia * ia;
        double lbIb = silence.moment(13) * per - lb * ib;
        double ibIb = silence.moment(14) * per - ib * ib;
        sum[1] += w * u[0];
        sum[2] += w * u[1];
        sum[3] += w * u[2];
        sum[4] += w * u[3];
        sum[5] += v * u[0] * u[0] + w * (silence.moment(5) * per - la * la);
        sum[6] += v * u[0] * u[1] + w * (at - ia + shape * laIa);
        sum[7] += v * u[0] * u[2] + w * (silence.moment(7) * per - la * lb);
        sum[8] += v * u[0] * u[3] + w * deep * (silence.moment(8) * per - la * ib);
        sum[9] += v * u[1] * u[1] + w * shape * (silence.moment(9) * per - at * at + shape * iaIa);
        sum[10] += v * u[1] * u[2] + w * shape * (silence.moment(10) * per - ia * lb);
        sum[11] += v * u[1] * u[3] + w * shape * deep * (silence.moment(11) * per - ia * ib);
        sum[12] += v * u[2] * u[2] + w * (silence.moment(12) * per - lb * lb - 1 / (s * s));
        sum[13] += v * u[2] * u[3] + w * (bt - ib + deep * lbIb);
        sum[14] += v * u[3] * u[3] + w * (deep * (silence.moment(14) * per) - s * bt * bt + deep * deep * ibIb);
    }
}
