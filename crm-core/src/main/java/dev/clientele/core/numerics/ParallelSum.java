package dev.clientele.core.numerics;

import java.util.stream.IntStream;

/** Sums over many cells on all processors, in an order that doesn't depend on how many there are: the same bits everywhere. */
public final class ParallelSum {
    private static final int CHUNK_SIZE = 8192;

    /** Adds the terms of some cells. */
    @FunctionalInterface
    public interface Chunk {
        /** Adds the terms of the cells from one to another to the sums. */
        void add(int startInclusive, int endExclusive, double[] sum);
    }

    private ParallelSum() {}

    /** Spreads first derivatives from place 1, then second derivatives row by row from the diagonal. */
    public static void unpackDerivatives(double[] sum, double[] gradient, double[][] hessian) {
        int n = gradient.length;
        System.arraycopy(sum, 1, gradient, 0, n);
        int k = 1 + n;
        for (int i = 0; i < n; i++) {
            for (int j = i; j < n; j++) {
                hessian[i][j] = sum[k];
                hessian[j][i] = sum[k++];
            }
        }
    }

    /** Computes ln(sum / base) with sum = base + rest: the fast logarithm where it loses nothing that matters to a sum. */
    public static double logRatio(double sum, double base, double rest) {
        return rest < 1e-2 * base ? Math.log1p(rest / base) : Math.log(sum / base);
    }

    /**
     * Computes sums over cells.
     *
     * @param cells how many there are
     * @param width how many sums
     * @param chunk adds the terms of some cells
     */
    public static double[] compute(int cells, int width, Chunk chunk) {
        int chunks = (cells + CHUNK_SIZE - 1) / CHUNK_SIZE;
        double[][] parts = new double[chunks][];
        IntStream indices = IntStream.range(0, chunks);
        (chunks > 4 ? indices.parallel() : indices).forEach(c -> {
            double[] sum = new double[width];
            chunk.add(c * CHUNK_SIZE, Math.min(cells, (c + 1) * CHUNK_SIZE), sum);
            parts[c] = sum;
        });
        double[] total = new double[width];
        for (double[] part : parts) {
            for (int k = 0; k < width; k++) {
                total[k] += part[k];
            }
        }
        return total;
    }
}
