package dev.clientele.b2b.insight.winning;

import java.util.List;

/**
 * Learns a weight for each word and number, so that the log-odds of winning are their sum: by maximum likelihood, less {@code
 * ridge/2} times the sum of the squared weights, the constant left out. Newton's steps, halved where they would lead down, until
 * the gradient is small; the function is strictly concave, so that there is one maximum and it is found from anywhere. After S. le
 * Cessie, J. C. van Houwelingen, <i>Ridge estimators in logistic regression</i>, Applied Statistics 41 (1992).
 *
 * <p>Numbers are taken in standard deviations from their mean, a missing one as the mean. A word that occurs in fewer than five
 * cases, or was never seen, says nothing. Immutable and thread-safe.
 *
 * @param ridge how strongly weights are drawn to zero, above zero and finite
 */
public record LogisticRegression(double ridge) implements WinProbabilityMethod {

    private static final int MAX_STEPS = 100;
    private static final double TOLERANCE = 1e-8;

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

    /** The weights, the constant first; each row begins with 1. */
    static double[] fit(double[][] rows, boolean[] won, double ridge) {
        int size = rows[0].length;
        double[] weights = new double[size];
        double value = value(rows, won, weights, ridge);
        for (int step = 0; step < MAX_STEPS; step++) {
            double[] gradient = new double[size];
            double[][] curvature = new double[size][size];
            derivatives(rows, won, weights, ridge, gradient, curvature);
            double largest = 0;
            for (double slope : gradient) {
                largest = Math.max(largest, Math.abs(slope));
            }
            if (largest < TOLERANCE * rows.length) {
                return weights;
            }
            double[] direction = Cholesky.solve(curvature, gradient);
            double length = 1;
            double[] next = moved(weights, direction, length);
            double reached = value(rows, won, next, ridge);
            while (reached < value && length > TOLERANCE) {
                length /= 2;
                next = moved(weights, direction, length);
                reached = value(rows, won, next, ridge);
            }
            if (reached <= value) {
                return weights;
            }
            weights = next;
            value = reached;
        }
        return weights;
    }

    static double probability(double[] row, double[] weights) {
        return sigmoid(dot(row, weights));
    }

    private static void derivatives(
            double[][] rows, boolean[] won, double[] weights, double ridge, double[] gradient, double[][] curvature) {
        int size = weights.length;
        for (int n = 0; n < rows.length; n++) {
            double[] row = rows[n];
            double p = probability(row, weights);
            double residual = (won[n] ? 1 : 0) - p;
            double weight = p * (1 - p);
            for (int i = 0; i < size; i++) {
                if (row[i] != 0) {
                    gradient[i] += residual * row[i];
                    for (int j = 0; j <= i; j++) {
                        curvature[i][j] += weight * row[i] * row[j];
                    }
                }
            }
        }
        curvature[0][0] += TOLERANCE;
        for (int i = 1; i < size; i++) {
            gradient[i] -= ridge * weights[i];
            curvature[i][i] += ridge;
        }
    }

    private static double value(double[][] rows, boolean[] won, double[] weights, double ridge) {
        double value = 0;
        for (int n = 0; n < rows.length; n++) {
            double odds = dot(rows[n], weights);
            double signed = won[n] ? odds : -odds;
            value -= signed > 0 ? Math.log1p(Math.exp(-signed)) : Math.log1p(Math.exp(signed)) - signed;
        }
        for (int i = 1; i < weights.length; i++) {
            value -= ridge / 2 * weights[i] * weights[i];
        }
        return value;
    }

    private static double[] moved(double[] weights, double[] direction, double length) {
        double[] next = weights.clone();
        for (int i = 0; i < next.length; i++) {
            next[i] += length * direction[i];
        }
        return next;
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
