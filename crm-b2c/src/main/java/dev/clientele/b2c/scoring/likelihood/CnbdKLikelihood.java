package dev.clientele.b2c.scoring.likelihood;

import dev.clientele.b2c.scoring.data.CustomerBase;
import dev.clientele.b2c.scoring.dropout.ErlangDropout;
import dev.clientele.core.numerics.LogSumExp;
import dev.clientele.core.numerics.ParallelSum;
import org.apache.commons.numbers.gamma.LogGamma;

/**
 * The log-likelihood of BG/CNBD-k and MBG/CNBD-k for a customer base and a known k, with its exact first and second
 * derivatives in (r, alpha, a, b): for each cell a mixture of having left and of being alive in each of k phases.
 */
public final class CnbdKLikelihood implements MaximumLikelihood.LogLikelihood {
    private static final int WIDTH = 15;

    private final CustomerBase base;
    private final int k;
    private final int early;
    private final long[] withMoreThan;
    private final double arrangements;

    /** Creates the log-likelihood of a base. */
    public CnbdKLikelihood(CustomerBase base, int k, boolean leavesAtFirst) {
        this.base = base;
        this.k = k;
        this.early = leavesAtFirst ? 1 : 0;
        this.withMoreThan = base.customersWithMoreThan();
        this.arrangements = arrangements();
    }

    /** Computes what doesn't depend on the parameters but tells one k from another. */
    private double arrangements() {
        if (k == 1) {
            return 0;
        }
        if (base.logIntervals().isPresent()) {
            return (k - 1) * base.logIntervals().getAsDouble() - base.totalRepeats() * LogGamma.value(k);
        }
        double sum = 0;
        for (int i = 0; i < base.cells(); i++) {
            sum += base.count(i) * ErlangDropout.logErlangRatio(k, base.repeats(i), base.recency(i));
        }
        return sum;
    }

    @Override
    public double evaluate(double[] theta, double[] gradient, double[][] hessian) {
        double r = theta[0];
        double[] s = ParallelSum.compute(base.cells(), WIDTH, (start, end, sum) -> cells(start, end, theta, sum));
        s[0] += arrangements;
        for (int i = 0; i < withMoreThan.length * k; i++) {
            double n = withMoreThan[i / k];
            double ri = 1 / (r + i);
            s[0] += n * Math.log(r + i);
            s[1] += n * ri;
            s[5] -= n * ri * ri;
        }
        BetaGeometricLikelihood.addDropout(base.customers(), withMoreThan, early, theta[2], theta[3], s);
        ParallelSum.unpackDerivatives(s, gradient, hessian);
        return s[0];
    }

    /** Adds the value; first derivatives in r, alpha, a, b; second derivatives row by row from the diagonal. */
    private void cells(int start, int end, double[] theta, double[] s) {
        double r = theta[0];
        double alpha = theta[1];
        LogSumExp mixture = new LogSumExp(4);
        double[] one = new double[4];
        double[] two = new double[10];
        for (int i = start; i < end; i++) {
            double n = base.count(i);
            int x = base.repeats(i);
            double waits = (double) k * x;
            double t = base.age(i);
            double at = 1 / (alpha + t);
            double grown = Math.log1p(t / alpha);
            double growth = t / alpha * at;
            s[0] -= n * (r * grown + waits * Math.log(alpha + t));
            s[1] -= n * grown;
            s[2] += n * (r * growth - waits * at);
            s[6] += n * growth;
            s[9] += n * (waits * at * at - r * growth * (1 / alpha + at));
            mixture.clear();
            double shift = left(x, base.recency(i), t, theta, mixture, one, two);
            alive(r + waits, (t - base.recency(i)) * at, at, shift, mixture, one, two);
            s[0] += n * shift;
            mixture.addTo(n, s);
        }
    }

    /** Adds the term of having left, if that was possible; by which power of e all terms are to be divided. */
    private double left(
            int x, double recency, double t, double[] theta, LogSumExp mixture, double[] one, double[] two) {
        int chances = x + early;
        if (chances == 0) {
            return 0;
        }
        double shape = theta[0] + (double) k * x;
        double alpha = theta[1];
        double a = theta[2];
        double bx = 1 / (theta[3] + (chances - 1));
        double at = 1 / (alpha + t);
        double atx = 1 / (alpha + recency);
        double silence = Math.log1p((t - recency) * atx);
        double log = Math.log(a * bx) + shape * silence;
        double shift = Math.max(0, log);
        java.util.Arrays.fill(two, 0);
        one[0] = silence;
        one[1] = shape * (at - atx);
        one[2] = 1 / a;
        one[3] = -bx;
        two[1] = at - atx;
        two[4] = -shape * (at - atx) * (at + atx);
        two[7] = -1 / (a * a);
        two[9] = bx * bx;
        mixture.add(Math.exp(log - shift), one, two);
        return shift;
    }

    private void alive(
            double shape, double share, double at, double shift, LogSumExp mixture, double[] one, double[] two) {
        java.util.Arrays.fill(one, 0);
        java.util.Arrays.fill(two, 0);
        double weight = Math.exp(-shift);
        for (int j = 0; j < k; j++) {
            mixture.add(weight, one, two);
            double next = 1 / (shape + j);
            weight *= (shape + j) / (j + 1) * share;
            one[0] += next;
            one[1] = -(j + 1) * at;
            two[0] -= next * next;
            two[4] = (j + 1) * at * at;
        }
    }
}
