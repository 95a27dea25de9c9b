package dev.clientele.b2b.insight.winning;

/** Solves linear equations with a symmetric positive definite matrix. */
final class Cholesky {

    private Cholesky() {}

    /**
     * The solution of {@code a·x = b}.
     *
     * @param a its lower half, which is overwritten
     */
    static double[] solve(double[][] a, double[] b) {
        int size = b.length;
        for (int i = 0; i < size; i++) {
            for (int j = 0; j <= i; j++) {
                double sum = a[i][j];
                for (int k = 0; k < j; k++) {
                    sum -= a[i][k] * a[j][k];
                }
                if (i != j) {
                    a[i][j] = sum / a[j][j];
                } else if (sum > 0) {
                    a[i][i] = Math.sqrt(sum);
                } else {
                    throw new ArithmeticException("the matrix isn't positive definite");
                }
            }
        }
        double[] x = b.clone();
        for (int i = 0; i < size; i++) {
            for (int k = 0; k < i; k++) {
                x[i] -= a[i][k] * x[k];
            }
            x[i] /= a[i][i];
        }
        for (int i = size - 1; i >= 0; i--) {
            for (int k = i + 1; k < size; k++) {
                x[i] -= a[k][i] * x[k];
            }
            x[i] /= a[i][i];
        }
        return x;
    }
}
