package dev.clientele.b2c.scoring.likelihood;

import dev.clientele.b2c.scoring.data.CustomerBase;
import dev.clientele.core.numerics.ParallelSum;

/**
 * The log-likelihood of BG/NBD and MBG/NBD for a customer base with its exact first and second derivatives in (r, alpha, a,
 * b).
 *
 * <p>Equation 6 of Fader, Hardie and Lee (2005) and equation 2 of Batislam, Denizel and Filiztekin (2007) fall apart into a
 * part that depends on x alone, summed once for each number of purchases, and a part for each cell that needs no special
 * function. The two models differ by one chance to leave, right at the first purchase.
 */
public final class BetaGeometricLikelihood implements MaximumLikelihood.LogLikelihood {
    private static final int WIDTH = 15;

    private final CustomerBase base;
    private final long[] withMoreThan;
    /** Chances to leave before the first repeat purchase: 0 for BG/NBD, 1 for MBG/NBD. */
    private final int early;

    /** Creates the log-likelihood of a base. */
    public BetaGeometricLikelihood(CustomerBase base, boolean dropoutAtZero) {
        this.base = base;
        this.withMoreThan = base.customersWithMoreThan();
        this.early = dropoutAtZero ? 1 : 0;
    }

    @Override
    public double evaluate(double[] theta, double[] gradient, double[][] hessian) {
        double r = theta[0];
        double alpha = theta[1];
        double a = theta[2];
        double b = theta[3];
        double[] s = ParallelSum.compute(
                base.cells(), WIDTH, (start, end, sum) -> addCells(start, end, r, alpha, a, b, sum));
        for (int i = 0; i < withMoreThan.length; i++) {
            double n = withMoreThan[i];
            double ri = 1 / (r + i);
            s[0] += n * Math.log(r + i);
            s[1] += n * ri;
            s[5] -= n * ri * ri;
        }
        addDropout(base.customers(), withMoreThan, early, a, b, s);
        ParallelSum.unpackDerivatives(s, gradient, hessian);
        return s[0];
    }

    /** Adds the part that depends on the chances to leave alone. */
    static void addDropout(long customers, long[] withMoreThan, int early, double a, double b, double[] s) {
        for (int i = 0; i < withMoreThan.length + early; i++) {
            double n = i < early ? customers : withMoreThan[i - early];
            double bi = 1 / (b + i);
            double abi = 1 / (a + b + i);
            s[0] += n * Math.log((b + i) * abi);
            s[3] -= n * abi;
            s[4] += n * (bi - abi);
            s[12] += n * abi * abi;
            s[13] += n * abi * abi;
            s[14] += n * (abi * abi - bi * bi);
        }
    }

    /** Adds the value; first derivatives in r, alpha, a, b; second derivatives row by row from the diagonal. */
    private void addCells(int start, int end, double r, double alpha, double a, double b, double[] s) {
        double logAlpha = Math.log(alpha);
        double logA = Math.log(a);
        for (int i = start; i < end; i++) {
            double n = base.count(i);
            int x = base.repeats(i);
            double t = base.age(i);
            double at = 1 / (alpha + t);
            double logAt = Math.log(alpha + t);
            double grown = t < 1e-2 * alpha ? Math.log1p(t / alpha) : logAt - logAlpha;
            double growth = t / alpha * at;
            s[0] -= n * (r * grown + x * logAt);
            s[1] -= n * grown;
            s[2] += n * (r * growth - x * at);
            s[6] += n * growth;
            s[9] += n * (x * at * at - r * growth * (1 / alpha + at));
            if (x + early > 0) {
                double atx = 1 / (alpha + base.recency(i));
                double silence = ParallelSum.logRatio(alpha + t, alpha + base.recency(i), t - base.recency(i));
                double bx = 1 / (b + (x - 1 + early));
                double shape = r + x;
                double u = logA + Math.log(bx) + shape * silence;
                double gone;
                double stay;
                if (u > 0) {
                    double e = Math.exp(-u);
                    gone = 1 / (1 + e);
                    stay = e * gone;
                    s[0] += n * (u + Math.log1p(e));
                } else {
                    double e = Math.exp(u);
                    stay = 1 / (1 + e);
                    gone = e * stay;
                    s[0] += n * Math.log1p(e);
                }
                double w = n * gone;
                double v = w * stay;
                double rate = at - atx;
                double ualpha = shape * rate;
                double ua = 1 / a;
                s[1] += w * silence;
                s[2] += w * ualpha;
                s[3] += w * ua;
                s[4] -= w * bx;
                s[5] += v * silence * silence;
                s[6] += w * rate + v * silence * ualpha;
                s[7] += v * silence * ua;
                s[8] -= v * silence * bx;
                s[9] += v * ualpha * ualpha - w * ualpha * (at + atx);
                s[10] += v * ualpha * ua;
                s[11] -= v * ualpha * bx;
                s[12] += (v - w) * ua * ua;
                s[13] -= v * ua * bx;
                s[14] += (v + w) * bx * bx;
            }
        }
    }
}
