package dev.clientele.core.numerics;

import java.util.Optional;

/** The Cholesky decomposition M = L·Lᵀ of a symmetric positive definite matrix. Immutable. */
public final class CholeskyDecomposition {
    private static final double MIN_PIVOT = 1e-14;

    private final double[][] lower;

    private CholeskyDecomposition(double[][] lower) {
        this.lower = lower;
    }

    /**
     * Decomposes M + shift·I.
     *
     * @param matrix M, symmetric; only its lower half is read
     * @param shift added to the diagonal
     * @return empty if the sum isn't safely positive definite in double arithmetic
     */
    public static Optional<CholeskyDecomposition> decompose(double[][] matrix, double shift) {
        int n = matrix.length;
        double largest = 1;
        for (int i = 0; i < n; i++) {
            largest = Math.max(largest, Math.abs(matrix[i][i]));
        }
        double[][] lower = new double[n][];
        for (int i = 0; i < n; i++) {
            double[] row = new double[i + 1];
            lower[i] = row;
            for (int j = 0; j <= i; j++) {
                double sum = matrix[i][j] + (i == j ? shift : 0);
                for (int k = 0; k < j; k++) {
                    sum -= row[k] * lower[j][k];
                }
                if (i != j) {
                    row[j] = sum / lower[j][j];
                } else if (sum > MIN_PIVOT * largest) {
                    row[i] = Math.sqrt(sum);
                } else {
                    return Optional.empty();
                }
            }
        }
        return Optional.of(new CholeskyDecomposition(lower));
    }

    /** Computes the solution x of M·x = right. */
    public double[] solve(double[] right) {
        int n = lower.length;
        double[] x = right.clone();
        for (int i = 0; i < n; i++) {
            for (int k = 0; k < i; k++) {
                x[i] -= lower[i][k] * x[k];
            }
            x[i] /= lower[i][i];
        }
        for (int i = n - 1; i >= 0; i--) {
            for (int k = i + 1; k < n; k++) {
                x[i] -= lower[k][i] * x[k];
            }
            x[i] /= lower[i][i];
        }
        return x;
    }
}
