package dev.clientele.b2c.scoring.holdout;

import dev.clientele.core.numerics.RadixSort;

/** Customers in columns and in an order that doesn't depend on how they came: days before the period, purchases in it. */
final class HoldOutColumns {
    final int size;
    final int[] repeats;
    final double[] recency;
    final double[] age;
    final int[] actual;

    HoldOutColumns(int size, int[] repeats, int[] recency, int[] age, int[] actual) {
        this.size = size;
        this.repeats = new int[size];
        this.recency = new double[size];
        this.age = new double[size];
        this.actual = new int[size];
        // By purchases in the period first: the second, stable sort leaves equal customers in this order.
        double[] none = new double[size];
        int[] first = RadixSort.rowOrder(size, actual, none, none);
        int[] x = new int[size];
        double[] last = new double[size];
        double[] until = new double[size];
        for (int i = 0; i < size; i++) {
            x[i] = repeats[first[i]];
            last[i] = recency[first[i]];
            until[i] = age[first[i]];
        }
        int[] order = RadixSort.rowOrder(size, x, last, until);
        for (int i = 0; i < size; i++) {
            this.repeats[i] = x[order[i]];
            this.recency[i] = last[order[i]];
            this.age[i] = until[order[i]];
            this.actual[i] = actual[first[order[i]]];
        }
    }
}
