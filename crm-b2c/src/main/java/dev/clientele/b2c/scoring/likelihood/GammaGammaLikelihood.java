package dev.clientele.b2c.scoring.likelihood;

import dev.clientele.b2c.scoring.data.SpendBase;
import dev.clientele.core.numerics.GammaFunctions;
import dev.clientele.core.numerics.ParallelSum;
import org.apache.commons.numbers.gamma.LogBeta;

/**
 * Gamma-Gamma's log-likelihood of a spend base with its exact first and second derivatives in (p, q, gamma): equation 1a of
 * Fader and Hardie (2013). Gamma functions are computed once for each number of purchases.
 */
public final class GammaGammaLikelihood implements MaximumLikelihood.LogLikelihood {
    private static final int WIDTH = 10;

    private final SpendBase base;

    /** Creates the log-likelihood of a base. */
    public GammaGammaLikelihood(SpendBase base) {
        this.base = base;
    }

    @Override
    public double evaluate(double[] theta, double[] gradient, double[][] hessian) {
        double p = theta[0];
        double q = theta[1];
        double gamma = theta[2];
        double[] s = ParallelSum.compute(
                base.customers(), WIDTH, (start, end, sum) -> customers(start, end, p, q, gamma, sum));
        ParallelSum.unpackDerivatives(s, gradient, hessian);
        return s[0];
    }

    /** Adds the value; first derivatives in p, q, gamma; second derivatives row by row from the diagonal. */
    private void customers(int start, int end, double p, double q, double gamma, double[] s) {
        double psiQ = GammaFunctions.digamma(q);
        double psi1Q = GammaFunctions.trigamma(q);
        int current = -1;
        double logBeta = 0;
        double psiSum = 0;
        double psiShape = 0;
        double psi1Sum = 0;
        double psi1Shape = 0;
        for (int i = start; i < end; i++) {
            int x = base.purchases(i);
            if (x != current) {
                current = x;
                double shape = p * x;
                logBeta = LogBeta.value(shape, q);
                psiSum = GammaFunctions.digamma(shape + q);
                psiShape = GammaFunctions.digamma(shape);
                psi1Sum = GammaFunctions.trigamma(shape + q);
                psi1Shape = GammaFunctions.trigamma(shape);
            }
            double mean = base.mean(i);
            double total = x * mean;
            double logOfMean = -Math.log1p(gamma / total); // ln total − ln(γ + total)
            double logOfScale = -Math.log1p(total / gamma); // ln γ − ln(γ + total)
            double inverse = 1 / (gamma + total);
            double shape = p * x;
            s[0] += shape * logOfMean + q * logOfScale - logBeta - Math.log(mean);
            s[1] += x * (psiSum - psiShape + logOfMean);
            s[2] += psiSum - psiQ + logOfScale;
            s[3] += q / gamma - (shape + q) * inverse;
            s[4] += (double) x * x * (psi1Sum - psi1Shape);
            s[5] += x * psi1Sum;
            s[6] -= x * inverse;
            s[7] += psi1Sum - psi1Q;
            s[8] += 1 / gamma - inverse;
            s[9] += (shape + q) * inverse * inverse - q / (gamma * gamma);
        }
    }
}
