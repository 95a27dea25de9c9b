package dev.clientele.b2c.scoring.value;

import dev.clientele.b2c.scoring.dropout.RandomVariates;
import dev.clientele.b2c.scoring.fit.Fit;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Function;

/**
 * Models whose parameters are drawn from the distribution of the estimates: normal in their logarithms, as large samples make it;
 * coefficients of covariates, which may be negative, normal themselves. A whole number such as k, which comes first, and parameters without
 * a variance stay as they are.
 */
final class ParameterDraws {
    /** Standard deviations beyond which nothing is drawn. */
    private static final double MAX_DEVIATION = 4;

    private ParameterDraws() {}

    static <M> List<M> of(Fit fit, Function<double[], M> withParameters, int draws, long seed) {
        return of(fit, fit.parameters().size(), withParameters, draws, seed);
    }

    /** Draws where only the first {@code positive} parameters are above 0. */
    static <M> List<M> of(Fit fit, int positive, Function<double[], M> withParameters, int draws, long seed) {
        double[] estimates = fit.estimates();
        double[][] root = root(fit, positive, estimates);
        boolean whole = fit.parameters().containsKey("k");
        SplittableRandom random = new SplittableRandom(seed);
        List<M> models = new ArrayList<>(draws);
        for (int d = 0; d < draws; d++) {
            double[] normal = new double[estimates.length];
            for (int i = 0; i < normal.length; i++) {
                double drawn = RandomVariates.normal(random);
                normal[i] = i == 0 && whole ? 0 : Math.max(-MAX_DEVIATION, Math.min(MAX_DEVIATION, drawn));
            }
            double[] theta = estimates.clone();
            for (int i = whole ? 1 : 0; i < theta.length; i++) {
                double shift = 0;
                for (int j = 0; j <= i; j++) {
                    shift += root[i][j] * normal[j];
                }
                theta[i] = i < positive ? theta[i] * Math.exp(shift) : theta[i] + shift;
            }
            models.add(withParameters.apply(theta));
        }
        return models;
    }

    /** Computes the lower triangular root of the covariance of what is normal; rows without variance are 0. */
    private static double[][] root(Fit fit, int positive, double... estimates) {
        int n = estimates.length;
        double[][] root = new double[n][n];
        if (fit.covariance().size() != n) {
            throw new IllegalArgumentException("fit must have a covariance of its " + n + " parameters, had "
                    + fit.covariance().size() + " rows");
        }
        for (int i = 0; i < n; i++) {
            for (int j = 0; j <= i; j++) {
                double sum = fit.covariance().get(i).get(j)
                        / (i < positive ? estimates[i] : 1)
                        / (j < positive ? estimates[j] : 1);
                double own = sum;
                for (int m = 0; m < j; m++) {
                    sum -= root[i][m] * root[j][m];
                }
                if (i == j) {
                    root[i][i] = sum > 1e-12 * own ? Math.sqrt(sum) : 0;
                } else {
                    root[i][j] = root[j][j] > 0 ? sum / root[j][j] : 0;
                }
            }
        }
        return root;
    }
}
