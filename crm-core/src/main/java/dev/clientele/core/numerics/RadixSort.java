package dev.clientele.core.numerics;

/** A fixed order of rows of columns, by a radix sort. */
public final class RadixSort {
    private static final int DIGIT = 11;
    private static final int BUCKETS = 1 << DIGIT;

    private RadixSort() {}

    /**
     * Computes the order of rows by an integer column, then two columns of non-negative numbers: a stable radix sort.
     *
     * @param size number of rows
     * @return row numbers in order
     */
    public static int[] rowOrder(int size, int[] first, double[] second, double[] third) {
        int[] order = new int[size];
        for (int i = 0; i < size; i++) {
            order[i] = i;
        }
        long[] keys = new long[size];
        for (int i = 0; i < size; i++) {
            keys[i] = Double.doubleToRawLongBits(third[i] + 0.0);
        }
        order = sort(order, keys);
        for (int i = 0; i < size; i++) {
            keys[i] = Double.doubleToRawLongBits(second[i] + 0.0);
        }
        order = sort(order, keys);
        for (int i = 0; i < size; i++) {
            keys[i] = first[i];
        }
        return sort(order, keys);
    }

    private static int[] sort(int[] order, long[] keys) {
        int size = order.length;
        long varying = 0;
        for (int i = 1; i < size; i++) {
            varying |= keys[i] ^ keys[0];
        }
        int[] from = order;
        int[] to = new int[size];
        for (int shift = 0; shift < 64; shift += DIGIT) {
            if (((varying >>> shift) & (BUCKETS - 1)) == 0) {
                continue;
            }
            int[] start = new int[BUCKETS + 1];
            for (int i = 0; i < size; i++) {
                start[(int) (keys[i] >>> shift & (BUCKETS - 1)) + 1]++;
            }
            for (int b = 0; b < BUCKETS; b++) {
                start[b + 1] += start[b];
            }
            for (int i = 0; i < size; i++) {
                int row = from[i];
                to[start[(int) (keys[row] >>> shift & (BUCKETS - 1))]++] = row;
            }
            int[] swap = from;
            from = to;
            to = swap;
        }
        return from;
    }
}
