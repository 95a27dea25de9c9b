package dev.clientele.b2b.insight.winning;

import dev.clientele.core.numerics.Softplus;
import dev.clientele.core.numerics.TrustRegion;
import java.util.Arrays;
import java.util.List;

/**
 * Learns a weight for each word and number, so that the log-odds of winning are their sum: by maximum likelihood, less {@code
 * ridge/2} times the sum of the squared weights, the constant left out. The function is strictly concave, so that there is one
 * maximum and {@link TrustRegion Newton's steps} find it from anywhere. After S. le
 * Cessie, J. C. van Houwelingen, <i>Ridge estimators in logistic regression</i>, Applied Statistics 41 (1992).
 *
 * <p>Numbers are taken in standard deviations from their mean, a missing one as the mean. A word that occurs in fewer than five
 * cases, or was never seen, says nothing. Immutable and thread-safe.
 *
 * @param ridge how strongly weights are drawn to zero, above zero and finite
 */
public record LogisticRegression(double ridge) implements WinProbabilityMethod {

    private static final double LAST_STEP = 1e-6;

    /** Checks the ridge. */
    public LogisticRegression {
        if (!(ridge > 0 && ridge <= Double.MAX_VALUE)) {
            throw new IllegalArgumentException("ridge must be above zero and finite, got " + ridge);
        }
    }

    /** With a ridge of 1, as if each weight were drawn from a standard normal distribution. */
    public static LogisticRegression standard() {
        return new LogisticRegression(1);
    }

    @Override
    public String name() {
        return "logistic regression";
    }

    @Override
    public WinProbabilityModel learn(List<TrainingExample> closed) {
        WinProbabilityMethod.requireEnough(closed);
        FeatureEncoding encoding = FeatureEncoding.of(
                closed.stream().map(TrainingExample::features).toList());
        double[][] rows = new double[closed.size()][];
        boolean[] won = new boolean[closed.size()];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = encoding.encode(closed.get(i).features());
            won[i] = closed.get(i).won();
        }
        double[] weights = fit(rows, won, ridge);
        return known -> probability(encoding.encode(known), weights);
    }

    /** Fits the weights, the constant first; each row begins with 1. */
    static double[] fit(double[][] rows, boolean[] won, double ridge) {
        TrustRegion.Objective loss = (weights, gradient, hessian) -> loss(rows, won, ridge, weights, gradient, hessian);
        return TrustRegion.minimiseConvex(loss, new double[rows[0].length], LAST_STEP)
                .at();
    }

    static double probability(double[] row, double[] weights) {
        return sigmoid(dot(row, weights));
    }

    /** The negative log-likelihood of a case with its share of the ridge, and its first and second derivatives. */
    private static double loss(
            double[][] rows, boolean[] won, double ridge, double[] weights, double[] gradient, double[][] hessian) {
        int size = weights.length;
        Arrays.fill(gradient, 0);
        for (double[] second : hessian) {
            Arrays.fill(second, 0);
        }
        double loss = 0;
        for (int n = 0; n < rows.length; n++) {
            double[] row = rows[n];
            double odds = dot(row, weights);
            double p = sigmoid(odds);
            loss += Softplus.of(won[n] ? -odds : odds);
            double residual = p - (won[n] ? 1 : 0);
            double weight = p * (1 - p);
            for (int i = 0; i < size; i++) {
                if (row[i] != 0) {
                    gradient[i] += residual * row[i];
                    for (int j = 0; j <= i; j++) {
                        hessian[i][j] += weight * row[i] * row[j];
                    }
                }
            }
        }
        for (int i = 1; i < size; i++) {
            loss += ridge / 2 * weights[i] * weights[i];
            gradient[i] += ridge * weights[i];
            hessian[i][i] += ridge;
        }
        double each = 1.0 / rows.length;
        for (int i = 0; i < size; i++) {
            gradient[i] *= each;
            for (int j = 0; j <= i; j++) {
                hessian[i][j] *= each;
                hessian[j][i] = hessian[i][j];
            }
        }
        return loss * each;
    }

    private static double dot(double[] row, double[] weights) {
        double sum = 0;
        for (int i = 0; i < row.length; i++) {
            sum += row[i] * weights[i];
        }
        return sum;
    }

    static double sigmoid(double odds) {
        return odds >= 0 ? 1 / (1 + Math.exp(-odds)) : Math.exp(odds) / (1 + Math.exp(odds));
    }
}
