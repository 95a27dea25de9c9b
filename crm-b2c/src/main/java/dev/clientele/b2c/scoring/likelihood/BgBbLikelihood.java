package dev.clientele.b2c.scoring.likelihood;

import dev.clientele.b2c.scoring.data.CustomerBase;
import dev.clientele.b2c.scoring.model.BgBbModel;
import dev.clientele.core.numerics.LogSumExp;
import dev.clientele.core.numerics.ParallelSum;

/** BG/BB's log-likelihood of a customer base with its exact first and second derivatives in (alpha, beta, gamma, delta). */
public final class BgBbLikelihood implements MaximumLikelihood.LogLikelihood {
    private static final int WIDTH = 15;

    private final CustomerBase base;

    /** Creates the log-likelihood of a base. */
    public BgBbLikelihood(CustomerBase base) {
        this.base = base;
        for (int i = 0; i < base.cells(); i++) {
            BgBbModel.requireWholeOpportunities(base.cell(i));
        }
    }

    @Override
    public double evaluate(double[] theta, double[] gradient, double[][] hessian) {
        double[] sum = ParallelSum.compute(base.cells(), WIDTH, (start, end, part) -> {
            LogSumExp mixture = new LogSumExp(4);
            for (int i = start; i < end; i++) {
                untilLast(base.count(i), base.repeats(i), (int) base.recency(i), theta, part);
                silence(base.repeats(i), (int) base.recency(i), (int) base.age(i), theta, mixture);
                mixture.addTo(base.count(i), part);
            }
        });
        ParallelSum.unpackDerivatives(sum, gradient, hessian);
        return sum[0];
    }

    /** Adds ln of (alpha)_x (beta)_(t_x−x) / (alpha+beta)_(t_x) · (delta)_(t_x) / (gamma+delta)_(t_x). */
    private static void untilLast(double n, int x, int last, double[] theta, double[] sum) {
        rising(n, theta[0], x, 1, 0, 0, sum);
        rising(n, theta[1], last - x, 0, 1, 0, sum);
        rising(-n, theta[0] + theta[1], last, 1, 1, 0, sum);
        rising(n, theta[3], last, 0, 1, 2, sum);
        rising(-n, theta[2] + theta[3], last, 1, 1, 2, sum);
    }

    /** Adds n ln (z)_m, where z depends on two neighbouring parameters, the first of them at {@code at}. */
    private static void rising(double n, double z, int m, int onFirst, int onSecond, int at, double[] sum) {
        double log = 0;
        double one = 0;
        double two = 0;
        for (int i = 0; i < m; i++) {
            double inverse = 1 / (z + i);
            log += Math.log(z + i);
            one += inverse;
            two -= inverse * inverse;
        }
        int diagonal = at == 0 ? 5 : 12;
        sum[0] += n * log;
        sum[1 + at] += n * onFirst * one;
        sum[2 + at] += n * onSecond * one;
        sum[diagonal] += n * onFirst * two;
        sum[diagonal + 1] += n * onFirst * onSecond * two;
        sum[at == 0 ? 9 : 14] += n * onSecond * two;
    }

    /** Adds the reasons for silence since the last purchase: left before opportunity m + 1, or there and not buying. */
    private static void silence(int x, int last, int n, double[] theta, LogSumExp mixture) {
        double alpha = theta[0];
        double beta = theta[1];
        double gamma = theta[2];
        double delta = theta[3];
        mixture.clear();
        double weight = 1;
        double[] one = new double[4];
        double[] two = new double[10];
        double[] left1 = new double[4];
        double[] left2 = new double[10];
        for (int m = last; m < n; m++) {
            double ab = 1 / (alpha + beta + m);
            double gd = 1 / (gamma + delta + m);
            System.arraycopy(one, 0, left1, 0, 4);
            System.arraycopy(two, 0, left2, 0, 10);
            left1[2] += 1 / gamma - gd;
            left1[3] -= gd;
            left2[7] += gd * gd - 1 / (gamma * gamma);
            left2[8] += gd * gd;
            left2[9] += gd * gd;
            mixture.add(weight * gamma * gd, left1, left2);
            double b = 1 / (beta + m - x);
            double d = 1 / (delta + m);
            weight *= (beta + m - x) * ab * ((delta + m) * gd);
            one[0] -= ab;
            one[1] += b - ab;
            one[2] -= gd;
            one[3] += d - gd;
            two[0] += ab * ab;
            two[1] += ab * ab;
            two[4] += ab * ab - b * b;
            two[7] += gd * gd;
            two[8] += gd * gd;
            two[9] += gd * gd - d * d;
        }
        mixture.add(weight, one, two);
    }
}
