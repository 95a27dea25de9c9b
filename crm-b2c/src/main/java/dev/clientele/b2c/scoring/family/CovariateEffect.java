package dev.clientele.b2c.scoring.family;

import java.util.List;

/**
 * One coefficient: which covariate moves which parameter, and which way.
 *
 * @param parameter index of the parameter in the family
 * @param covariate index of the covariate in the base
 * @param sign −1 where a larger parameter means slower (alpha, beta), 1 else
 * @param name of the coefficient, such as {@code alpha.income}
 */
record CovariateEffect(int parameter, int covariate, double sign, String name) {
    static CovariateEffect of(LikelihoodFamily family, String parameter, int covariate, String covariateName) {
        List<String> parameters = family.parameterNames();
        boolean slower = parameter.equals("alpha") || parameter.equals("beta");
        return new CovariateEffect(
                parameters.indexOf(parameter), covariate, slower ? -1 : 1, parameter + "." + covariateName);
    }

    /** Computes a family's parameters at some covariates. */
    static double[] apply(
            double[] parameters, List<CovariateEffect> effects, double[] coefficients, double[] covariates) {
        double[] moved = parameters.clone();
        for (int i = 0; i < coefficients.length; i++) {
            CovariateEffect effect = effects.get(i);
            moved[effect.parameter()] *= Math.exp(effect.sign() * coefficients[i] * covariates[effect.covariate()]);
        }
        return moved;
    }
}
