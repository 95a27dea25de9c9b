package dev.clientele.b2c.scoring.data;

import dev.clientele.core.numerics.RadixSort;
import java.util.Arrays;
import java.util.Collection;

/**
 * The customers a spend model is fitted to, in columns and in a fixed order, so that the order in which they came changes
 * no bit of a fit. Customers without purchases are left out. Immutable and thread-safe.
 */
public final class SpendBase {
    private final int[] purchases;
    private final double[] mean;

    private SpendBase(int[] purchases, double[] mean) {
        this.purchases = purchases;
        this.mean = mean;
    }

    /** Creates a base of the customers among these who have purchases. */
    public static SpendBase of(Collection<SpendSummary> customers) {
        SpendSummary[] some = customers.stream().filter(c -> c.purchases() > 0).toArray(SpendSummary[]::new);
        int[] purchases = Arrays.stream(some).mapToInt(SpendSummary::purchases).toArray();
        double[] mean = Arrays.stream(some).mapToDouble(SpendSummary::mean).toArray();
        return sort(purchases, mean);
    }

    /**
     * Creates a base of customers given as columns, which are read and not kept.
     *
     * @param purchases of each customer; those with 0 are left out
     * @param mean spend per purchase of each customer, see {@link SpendSummary}
     */
    public static SpendBase of(int[] purchases, double[] mean) {
        if (purchases.length != mean.length) {
            throw new IllegalArgumentException(
                    "columns must be equally long, were " + purchases.length + ", " + mean.length);
        }
        int size = 0;
        int[] x = new int[mean.length];
        double[] m = new double[mean.length];
        for (int i = 0; i < mean.length; i++) {
            if (!(purchases[i] > 0 && mean[i] > 0 && mean[i] <= Double.MAX_VALUE)) {
                new SpendSummary(purchases[i], mean[i]); // says what is wrong, if anything
                continue;
            }
            x[size] = purchases[i];
            m[size++] = mean[i];
        }
        return sort(Arrays.copyOf(x, size), Arrays.copyOf(m, size));
    }

    private static SpendBase sort(int[] purchases, double[] mean) {
        int size = mean.length;
        int[] order = RadixSort.rowOrder(size, purchases, mean, new double[size]);
        int[] x = new int[size];
        double[] m = new double[size];
        for (int i = 0; i < size; i++) {
            x[i] = purchases[order[i]];
            m[i] = mean[order[i]];
        }
        return new SpendBase(x, m);
    }

    /** Returns the number of customers with purchases. */
    public int customers() {
        return mean.length;
    }

    /** Returns the number of purchases of the i-th customer, ascending. */
    public int purchases(int i) {
        return purchases[i];
    }

    /** Returns the mean spend per purchase of the i-th customer. */
    public double mean(int i) {
        return mean[i];
    }

    /** Returns the mean spend per purchase over all purchases. */
    public double meanSpend() {
        double total = 0;
        double number = 0;
        for (int i = 0; i < mean.length; i++) {
            total += mean[i] * purchases[i];
            number += purchases[i];
        }
        return total / number;
    }
}
