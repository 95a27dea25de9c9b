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
        FeatureEncoding encoding = FeatureEncoding.of(closed);
        SparseRows rows = new SparseRows(encoding.size(), encoding.numbers().size());
        closed.forEach(each -> rows.append(encoding.encode(each.features()), each.won()));
        double[] weights = fit(rows, ridge);
        return known -> probability(encoding.encode(known), weights);
    }

    /** Fits the weights, the constant first; each row begins with 1. */
    static double[] fit(SparseRows rows, double ridge) {
        TrustRegion.Objective loss = (weights, gradient, hessian) -> loss(rows, ridge, weights, gradient, hessian);
        return TrustRegion.minimiseConvex(loss, new double[rows.columns()], LAST_STEP)
                .at();
    }

    static double probability(double[] row, double[] weights) {
        return sigmoid(dot(row, weights));
    }

    /** The negative log-likelihood of a case with its share of the ridge, and its first and second derivatives. */
    private static double loss(SparseRows rows, double ridge, double[] weights, double[] gradient, double[][] hessian) {
        int size = weights.length;
        Arrays.fill(gradient, 0);
        for (double[] second : hessian) {
            Arrays.fill(second, 0);
        }
        double loss = 0;
        int[] places = new int[size];
        double[] values = new double[size];
        for (int n = 0; n < rows.size(); n++) {
            int count = rows.read(n, places, values);
            double odds = 0;
            for (int i = 0; i < count; i++) {
                odds += values[i] * weights[places[i]];
            }
            double p = sigmoid(odds);
            loss += Softplus.of(rows.isWon(n) ? -odds : odds);
            double residual = p - (rows.isWon(n) ? 1 : 0);
            double weight = p * (1 - p);
            for (int i = 0; i < count; i++) {
                gradient[places[i]] += residual * values[i];
                for (int j = 0; j <= i; j++) {
                    hessian[places[i]][places[j]] += weight * values[i] * values[j];
                }
            }
        }
        for (int i = 1; i < size; i++) {
            loss += ridge / 2 * weights[i] * weights[i];
            gradient[i] += ridge * weights[i];
            hessian[i][i] += ridge;
        }
        double each = 1.0 / rows.size();
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
