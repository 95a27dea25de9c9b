package dev.clientele.b2c.scoring.family;

import dev.clientele.b2c.scoring.likelihood.MaximumLikelihood;
import dev.clientele.core.numerics.ParallelSum;
import java.util.ArrayList;
import java.util.List;

/**
 * The log-likelihood of a model whose parameters depend on covariates, ln θ<sub>i</sub> = ln θ + Σ ± γ z<sub>i</sub>, with its
 * exact first and second derivatives in the parameters at z = 0 and the coefficients: the chain rule on the model's own.
 */
final class CovariateLikelihood implements MaximumLikelihood.LogLikelihood {
    private final List<CovariateEffect> effects;
    private final int parameters;
    private final List<MaximumLikelihood.LogLikelihood> likelihoods = new ArrayList<>();
    private final List<double[]> covariates = new ArrayList<>();

    CovariateLikelihood(LikelihoodFamily family, List<CovariateEffect> effects) {
        this.effects = effects;
        this.parameters = family.parameterNames().size();
    }

    void add(MaximumLikelihood.LogLikelihood ofGroup, double[] covariatesOfGroup) {
        likelihoods.add(ofGroup);
        covariates.add(covariatesOfGroup);
    }

    @Override
    public double evaluate(double[] theta, double[] gradient, double[][] hessian) {
        int n = theta.length;
        double[] sum = ParallelSum.compute(likelihoods.size(), 1 + n + n * (n + 1) / 2, (start, end, part) -> {
            for (int i = start; i < end; i++) {
                group(i, theta, part);
            }
        });
        ParallelSum.unpackDerivatives(sum, gradient, hessian);
        // From the logarithms of the parameters to the parameters themselves.
        for (int i = 0; i < parameters; i++) {
            hessian[i][i] -= gradient[i];
            gradient[i] /= theta[i];
            for (int j = 0; j < n; j++) {
                hessian[i][j] /= theta[i];
                hessian[j][i] /= theta[i];
            }
        }
        return sum[0];
    }

    private void group(int group, double[] theta, double[] sum) {
        int n = theta.length;
        double[] z = covariates.get(group);
        double[] base = java.util.Arrays.copyOf(theta, parameters);
        double[] coefficients = java.util.Arrays.copyOfRange(theta, parameters, n);
        double[] p = CovariateEffect.apply(base, effects, coefficients, z);
        double[] g = new double[parameters];
        double[][] h = new double[parameters][parameters];
        sum[0] += likelihoods.get(group).evaluate(p, g, h);
        for (int i = 0; i < parameters; i++) {
            for (int j = 0; j < parameters; j++) {
                h[i][j] *= p[i] * p[j];
            }
            g[i] *= p[i];
            h[i][i] += g[i];
        }
        int k = 1 + n;
        for (int i = 0; i < n; i++) {
            double slope = slope(i, z);
            int row = parameter(i);
            sum[1 + i] += slope * g[row];
            for (int j = i; j < n; j++) {
                sum[k++] += slope * slope(j, z) * h[row][parameter(j)];
            }
        }
    }

    private int parameter(int i) {
        return i < parameters ? i : effects.get(i - parameters).parameter();
    }

    private double slope(int i, double[] z) {
        if (i < parameters) {
            return 1;
        }
        CovariateEffect effect = effects.get(i - parameters);
        return effect.sign() * z[effect.covariate()];
    }
}
