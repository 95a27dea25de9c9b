package dev.clientele.core.numerics;

/**
 * ln Σ w e^φ with its first and second derivatives, where each term brings those of its φ: the mean of the terms' first
 * derivatives, and the mean of their second derivatives plus the covariance of the first. Not thread-safe.
 */
public final class LogSumExp {
    private final int size;
    private final double[] first;
    private final double[] second;
    private double total;

    /**
     * Starts empty.
     *
     * @param size number of parameters
     */
    public LogSumExp(int size) {
        this.size = size;
        this.first = new double[size];
        this.second = new double[size * (size + 1) / 2];
    }

    /** Begins anew. */
    public void clear() {
        total = 0;
        java.util.Arrays.fill(first, 0);
        java.util.Arrays.fill(second, 0);
    }

    /** Adds a term: its weight e^φ, its first derivatives, its second derivatives row by row from the diagonal. */
    public void add(double weight, double[] phi1, double[] phi2) {
        total += weight;
        int k = 0;
        for (int i = 0; i < size; i++) {
            first[i] += weight * phi1[i];
            for (int j = i; j < size; j++) {
                second[k] += weight * (phi2[k] + phi1[i] * phi1[j]);
                k++;
            }
        }
    }

    /** Returns the sum so far. */
    public double total() {
        return total;
    }

    /** Adds count times ln of the total and its derivatives to a sum laid out as {@link ParallelSum#unpackDerivatives} reads it. */
    public void addTo(double count, double[] sum) {
        sum[0] += count * Math.log(total);
        int k = 0;
        for (int i = 0; i < size; i++) {
            sum[1 + i] += count * first[i] / total;
            for (int j = i; j < size; j++) {
                sum[1 + size + k] += count * (second[k] / total - first[i] / total * (first[j] / total));
                k++;
            }
        }
    }
}
