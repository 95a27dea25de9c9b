package dev.clientele.b2c.scoring.family;

import dev.clientele.b2c.scoring.data.CovariateBase;
import dev.clientele.b2c.scoring.fit.Fit;
import dev.clientele.b2c.scoring.fit.FitProblem;
import dev.clientele.b2c.scoring.fit.NoFitException;
import dev.clientele.core.numerics.NamedParameters;
import java.util.ArrayList;
import java.util.List;

/** Covariates with mean 0 and standard deviation 1, on which a search is well scaled, and the way back. */
final class StandardisedCovariates {
    private final double[] mean;
    private final double[] deviation;

    StandardisedCovariates(CovariateBase base, String model) {
        int n = base.names().size();
        mean = new double[n];
        deviation = new double[n];
        double customers = base.customers().customers();
        for (int i = 0; i < n; i++) {
            for (CovariateBase.CovariateGroup group : base.groups()) {
                mean[i] += group.customers().customers() * group.values().get(i) / customers;
            }
            for (CovariateBase.CovariateGroup group : base.groups()) {
                double distance = group.values().get(i) - mean[i];
                deviation[i] += group.customers().customers() * distance * distance / customers;
            }
            deviation[i] = Math.sqrt(deviation[i]);
            if (!(deviation[i] > 1e-12 * Math.abs(mean[i]))) {
                throw new NoFitException(
                        FitProblem.NO_VARIATION,
                        model + ": " + base.names().get(i)
                                + " is the same for all customers, which says nothing of its effect");
            }
        }
    }

    double[] standardise(List<Double> values) {
        double[] z = new double[mean.length];
        for (int i = 0; i < z.length; i++) {
            z[i] = (values.get(i) - mean[i]) / deviation[i];
        }
        return z;
    }

    /** Returns the fit in terms of the covariates as they were: ln θ and the coefficients are linear in those found. */
    Fit toOriginalScale(Fit fit, int parameters, List<CovariateEffect> effects) {
        double[] found = fit.estimates();
        int n = found.length;
        double[][] map = new double[n][n];
        double[] theta = found.clone();
        for (int i = 0; i < n; i++) {
            map[i][i] = 1;
        }
        for (int e = 0; e < effects.size(); e++) {
            CovariateEffect effect = effects.get(e);
            int c = parameters + e;
            map[c][c] = 1 / deviation[effect.covariate()];
            theta[c] = found[c] * map[c][c];
            double shift = -effect.sign() * mean[effect.covariate()] / deviation[effect.covariate()];
            map[effect.parameter()][c] = shift;
            theta[effect.parameter()] *= Math.exp(shift * found[c]);
        }
        List<List<Double>> covariance = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            List<Double> row = new ArrayList<>();
            for (int j = 0; j < n; j++) {
                double sum = 0;
                for (int k = 0; k < n; k++) {
                    for (int l = 0; l < n; l++) {
                        double logs = fit.covariance().get(k).get(l)
                                / unit(k, parameters, found)
                                / unit(l, parameters, found);
                        sum += map[i][k] * logs * map[j][l];
                    }
                }
                row.add(sum * unit(i, parameters, theta) * unit(j, parameters, theta));
            }
            covariance.add(row);
        }
        return new Fit(
                fit.model(),
                NamedParameters.of(List.copyOf(fit.parameters().keySet()), theta),
                covariance,
                fit.logLikelihood(),
                fit.converged(),
                fit.iterations(),
                fit.customers(),
                fit.repeatCustomers());
    }

    private static double unit(int i, int parameters, double[] theta) {
        return i < parameters ? theta[i] : 1;
    }
}
