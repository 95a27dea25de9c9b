package dev.clientele.b2c.scoring.family;

import dev.clientele.b2c.scoring.fit.FittedModel;
import java.util.List;
import java.util.Map;

/**
 * The uncertainty of k of (M)BG/CNBD-k: each k that was tried is as probable as its likelihood says, all being equally probable beforehand.
 * The spread between their estimates adds to that within the best (Burnham and Anderson 2002, Model Selection and Multimodel
 * Inference, 2nd edition, Springer, section 4.3.2: unconditional variances by Akaike weights, the number of parameters being the same).
 */
final class WholeNumberUncertainty {
    private WholeNumberUncertainty() {}

    /**
     * Returns the covariance of k and the other estimates; the variance of k is above 0, however sure it is, as it was estimated.
     *
     * @param best the k that was chosen
     * @param tried the fits of r, alpha, a, b by k
     */
    static double[][] covariance(int best, Map<Integer, FittedModel> tried) {
        FittedModel chosen = tried.get(best);
        if (chosen == null) {
            throw new IllegalArgumentException("best must have been tried, was " + best);
        }
        List<List<Double>> within = chosen.fit().covariance();
        double[] center = withK(best, chosen);
        int n = center.length;
        double[][] covariance = new double[n][n];
        double total = 0;
        for (FittedModel model : tried.values()) {
            total += Math.exp(model.logLikelihood() - chosen.logLikelihood());
        }
        for (Map.Entry<Integer, FittedModel> one : tried.entrySet()) {
            double weight = Math.exp(one.getValue().logLikelihood() - chosen.logLikelihood()) / total;
            double[] at = withK(one.getKey(), one.getValue());
            for (int i = 0; i < n; i++) {
                for (int j = 0; j < n; j++) {
                    covariance[i][j] += held(within, i) || held(within, j)
                            ? 0
                            : weight
                                    * center[i]
                                    * Math.log(at[i] / center[i])
                                    * center[j]
                                    * Math.log(at[j] / center[j]);
                }
            }
        }
        for (int i = 1; i < n; i++) {
            for (int j = 1; j < n; j++) {
                covariance[i][j] += within.get(i - 1).get(j - 1);
            }
        }
        covariance[0][0] = Math.max(Double.MIN_NORMAL, covariance[0][0]);
        return covariance;
    }

    private static boolean held(List<List<Double>> within, int i) {
        return i > 0 && !(within.get(i - 1).get(i - 1) > 0);
    }

    private static double[] withK(int k, FittedModel model) {
        double[] estimates = model.fit().estimates();
        double[] all = new double[estimates.length + 1];
        all[0] = k;
        System.arraycopy(estimates, 0, all, 1, estimates.length);
        return all;
    }
}
