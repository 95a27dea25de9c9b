package dev.clientele.core.numerics;

/** Eigenvalues and eigenvectors of a small symmetric matrix by Jacobi's rotations. Immutable. */
public final class EigenDecomposition {
    private final double[] values;
    private final double[][] vectors;

    private EigenDecomposition(double[] values, double[][] vectors) {
        this.values = values;
        this.vectors = vectors;
    }

    /**
     * Decomposes a matrix.
     *
     * @param matrix symmetric; only read
     * @return its decomposition, eigenvalues ascending
     */
    public static EigenDecomposition decompose(double[][] matrix) {
        int n = matrix.length;
        double[][] m = new double[n][];
        double[][] v = new double[n][n];
        for (int i = 0; i < n; i++) {
            m[i] = matrix[i].clone();
            v[i][i] = 1;
        }
        for (int sweep = 0; sweep < 60; sweep++) {
            boolean still = true;
            for (int p = 0; p < n; p++) {
                for (int q = p + 1; q < n; q++) {
                    if (Math.abs(m[p][q]) > 1e-300 + 1e-17 * Math.sqrt(Math.abs(m[p][p] * m[q][q]))) {
                        rotate(m, v, p, q);
                        still = false;
                    }
                }
            }
            if (still) {
                break;
            }
        }
        return sorted(m, v);
    }

    private static void rotate(double[][] m, double[][] v, int p, int q) {
        int n = m.length;
        double theta = (m[q][q] - m[p][p]) / (2 * m[p][q]);
        double t = Math.copySign(1, theta) / (Math.abs(theta) + Math.hypot(theta, 1));
        double c = 1 / Math.hypot(t, 1);
        double s = t * c;
        for (int k = 0; k < n; k++) {
            double kp = m[k][p];
            double kq = m[k][q];
            m[k][p] = c * kp - s * kq;
            m[k][q] = s * kp + c * kq;
        }
        for (int k = 0; k < n; k++) {
            double pk = m[p][k];
            double qk = m[q][k];
            m[p][k] = c * pk - s * qk;
            m[q][k] = s * pk + c * qk;
            double vp = v[k][p];
            double vq = v[k][q];
            v[k][p] = c * vp - s * vq;
            v[k][q] = s * vp + c * vq;
        }
    }

    private static EigenDecomposition sorted(double[][] m, double[][] v) {
        int n = m.length;
        double[] values = new double[n];
        double[][] vectors = new double[n][n];
        boolean[] used = new boolean[n];
        for (int k = 0; k < n; k++) {
            int best = -1;
            for (int i = 0; i < n; i++) {
                if (!used[i] && (best < 0 || m[i][i] < m[best][best])) {
                    best = i;
                }
            }
            used[best] = true;
            values[k] = m[best][best];
            for (int i = 0; i < n; i++) {
                vectors[k][i] = v[i][best];
            }
        }
        return new EigenDecomposition(values, vectors);
    }

    /** Returns the k-th smallest eigenvalue. */
    public double eigenvalue(int k) {
        return values[k];
    }

    /** Returns the unit eigenvector of the k-th smallest eigenvalue; a copy. */
    public double[] eigenvector(int k) {
        return vectors[k].clone();
    }

    /** Returns the number of rows of the matrix. */
    public int size() {
        return values.length;
    }

    /** Computes (M + shift·I)⁻¹ applied to a vector; every eigenvalue plus the shift must be above 0. */
    public double[] solve(double shift, double[] right) {
        int n = values.length;
        double[] x = new double[n];
        for (int k = 0; k < n; k++) {
            double dot = 0;
            for (int i = 0; i < n; i++) {
                dot += vectors[k][i] * right[i];
            }
            dot /= values[k] + shift;
            for (int i = 0; i < n; i++) {
                x[i] += dot * vectors[k][i];
            }
        }
        return x;
    }

    /** Computes M⁻¹. */
    public double[][] inverse() {
        int n = values.length;
        double[][] out = new double[n][n];
        for (int k = 0; k < n; k++) {
            for (int i = 0; i < n; i++) {
                for (int j = 0; j < n; j++) {
                    out[i][j] += vectors[k][i] * vectors[k][j] / values[k];
                }
            }
        }
        return out;
    }
}
