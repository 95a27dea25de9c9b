package dev.clientele.b2c.scoring.data;

import dev.clientele.core.numerics.RadixSort;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The customers a model is fitted to, in columns: equal customers joined into cells, cells in a fixed order. Whatever order
 * the customers came in, the base, and with it every bit of a fit, is the same. Immutable and thread-safe.
 */
public final class CustomerBase {
    private final TimeStep step;
    private final Optional<LocalDate> asOf;
    private final int[] repeats;
    private final double[] recency;
    private final double[] age;
    private final int[] count;
    private final long customers;
    private final long repeatCustomers;
    /** Σ ln of the times between purchases in days, or not a number if these times aren't known of everybody. */
    private final double logDays;

    private CustomerBase(
            TimeStep step,
            Optional<LocalDate> asOf,
            int[] repeats,
            double[] recency,
            double[] age,
            int[] count,
            double logDays) {
        this.logDays = logDays;
        this.step = step;
        this.asOf = asOf;
        this.repeats = repeats;
        this.recency = recency;
        this.age = age;
        this.count = count;
        long all = 0;
        long again = 0;
        for (int i = 0; i < count.length; i++) {
            all += count[i];
            again += repeats[i] > 0 ? count[i] : 0;
        }
        this.customers = all;
        this.repeatCustomers = again;
    }

    /** Collects customers one by one. */
    public static CustomerBaseBuilder builder(TimeStep step) {
        return new CustomerBaseBuilder(step, false);
    }

    /**
     * Collects histories one by one, counted by calendar period for models of purchases at given opportunities, such as BG/BB; see
     * {@link CustomerSummary#ofOpportunities}.
     *
     * @param step the time from one opportunity to the next
     */
    public static CustomerBaseBuilder opportunities(TimeStep step) {
        return new CustomerBaseBuilder(step, true);
    }

    /**
     * Creates a base of customers given as columns, which are read and not kept.
     *
     * @param step the unit of the times
     * @param repeats x of each customer
     * @param recency t_x of each customer
     * @param age T of each customer
     * @throws IllegalArgumentException if the columns differ in length or a customer is impossible, see
     *     {@link CustomerSummary}
     */
    public static CustomerBase of(TimeStep step, int[] repeats, double[] recency, double[] age) {
        if (repeats.length != recency.length || repeats.length != age.length) {
            throw new IllegalArgumentException(
                    "columns must be equally long, were " + repeats.length + ", " + recency.length + ", " + age.length);
        }
        for (int i = 0; i < repeats.length; i++) {
            CustomerSummary.requireValid(repeats[i], recency[i], age[i]);
        }
        return ofUnsorted(step, Optional.empty(), repeats, recency, age, repeats.length, Double.NaN);
    }

    static CustomerBase ofUnsorted(
            TimeStep step,
            Optional<LocalDate> asOf,
            int[] repeats,
            double[] recency,
            double[] age,
            int size,
            double logDays) {
        int[] each = new int[size];
        Arrays.fill(each, 1);
        return ofUnsorted(step, asOf, repeats, recency, age, each, size, logDays);
    }

    static CustomerBase ofUnsorted(
            TimeStep step,
            Optional<LocalDate> asOf,
            int[] repeats,
            double[] recency,
            double[] age,
            int[] count,
            int size,
            double logDays) {
        Objects.requireNonNull(step, "step");
        int[] order = RadixSort.rowOrder(size, repeats, recency, age);
        int[] x = new int[size];
        double[] tx = new double[size];
        double[] t = new double[size];
        int[] n = new int[size];
        int cells = 0;
        for (int i : order) {
            int last = cells - 1;
            double when = recency[i] + 0.0;
            double until = age[i] + 0.0;
            if (last >= 0 && x[last] == repeats[i] && tx[last] == when && t[last] == until) {
                n[last] = Math.addExact(n[last], count[i]);
            } else {
                x[cells] = repeats[i];
                tx[cells] = when;
                t[cells] = until;
                n[cells++] = count[i];
            }
        }
        if (cells == size) {
            return new CustomerBase(step, asOf, x, tx, t, n, logDays);
        }
        return new CustomerBase(
                step,
                asOf,
                Arrays.copyOf(x, cells),
                Arrays.copyOf(tx, cells),
                Arrays.copyOf(t, cells),
                Arrays.copyOf(n, cells),
                logDays);
    }

    /** Returns the same customers with times in another unit. */
    public CustomerBase in(TimeStep other) {
        if (other == step) {
            return this;
        }
        double[] tx = new double[recency.length];
        double[] t = new double[age.length];
        for (int i = 0; i < t.length; i++) {
            tx[i] = other.convert(recency[i], step);
            t[i] = other.convert(age[i], step);
        }
        return new CustomerBase(other, asOf, repeats, tx, t, count, logDays);
    }

    /** Returns the unit of the times. */
    public TimeStep step() {
        return step;
    }

    /** Returns the last day of the data, if they came with dates. */
    public Optional<LocalDate> asOf() {
        return asOf;
    }

    /** Returns the number of customers. */
    public long customers() {
        return customers;
    }

    /** Returns the number of those who bought more than once. */
    public long repeatCustomers() {
        return repeatCustomers;
    }

    /** Returns the number of cells: customers that differ in their summary. */
    public int cells() {
        return count.length;
    }

    /** Returns the summary of a cell's customers. */
    public CustomerSummary cell(int i) {
        return new CustomerSummary(repeats[i], recency[i], age[i]);
    }

    /** Returns the number of customers that a cell has, 1 or more. */
    public int count(int i) {
        return count[i];
    }

    /** Returns x of a cell's customers. */
    public int repeats(int i) {
        return repeats[i];
    }

    /** Returns t_x of a cell's customers. */
    public double recency(int i) {
        return recency[i];
    }

    /** Returns T of a cell's customers. */
    public double age(int i) {
        return age[i];
    }

    /**
     * Returns the sum of the logarithms of the times between successive purchases; empty if these times aren't known of
     * everybody.
     */
    public OptionalDouble logIntervals() {
        return Double.isNaN(logDays)
                ? OptionalDouble.empty()
                : OptionalDouble.of(logDays - totalRepeats() * Math.log(step.days()));
    }

    /** Returns the number of repeat purchases of all customers. */
    public long totalRepeats() {
        long sum = 0;
        for (int i = 0; i < count.length; i++) {
            sum += (long) repeats[i] * count[i];
        }
        return sum;
    }

    /** Returns the time observed of all customers. */
    public double totalAge() {
        double sum = 0;
        for (int i = 0; i < count.length; i++) {
            sum += age[i] * count[i];
        }
        return sum;
    }

    /** Returns, for each i below the largest number of repeats, the number of customers who have more than i. */
    public long[] customersWithMoreThan() {
        int most = 0;
        for (int x : repeats) {
            most = Math.max(most, x);
        }
        long[] tail = new long[most];
        for (int i = 0; i < count.length; i++) {
            if (repeats[i] > 0) {
                tail[repeats[i] - 1] += count[i];
            }
        }
        for (int i = most - 2; i >= 0; i--) {
            tail[i] += tail[i + 1];
        }
        return tail;
    }
}
