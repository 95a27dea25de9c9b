package dev.clientele.b2c.scoring.data;

import com.google.common.collect.HashMultiset;
import com.google.common.collect.Multiset;
import dev.clientele.b2c.purchase.PurchaseSummary;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;

/**
 * A live histogram of customers by number of repeats, days to the last purchase and day of the first: all that a fit needs,
 * kept up to date at constant cost for each purchase, and far smaller than the customers. Cells don't depend on the date
 * from which they are seen, so the same histogram serves every later fit.
 *
 * <p>Independent of the order of changes; parts can be merged. Not thread-safe.
 */
public final class CustomerHistogram {
    private static final int MAX_REPEATS = (1 << 20) - 1;
    private static final int MAX_DAYS = (1 << 20) - 1;
    private static final int DAY_OFFSET = 1 << 23;

    private final Multiset<Long> cells = HashMultiset.create();
    private long customers;

    /** Adds a customer. */
    public void add(PurchaseSummary customer) {
        change(key(customer), 1);
    }

    /**
     * Takes out a customer who was added before as the same.
     *
     * @throws IllegalArgumentException if no such customer is in
     */
    public void remove(PurchaseSummary customer) {
        change(key(customer), -1);
    }

    /** Moves a customer whose history has changed: takes out what was added before and adds what is now. */
    public void replace(PurchaseSummary before, PurchaseSummary now) {
        long from = key(before);
        long to = key(now);
        if (from != to) {
            change(from, -1);
            change(to, 1);
        }
    }

    /** Adds all customers of another histogram; the two must not share any. */
    public void merge(CustomerHistogram other) {
        other.cells.forEachEntry(this::change);
    }

    /** Returns the number of customers. */
    public long customers() {
        return customers;
    }

    /** Returns the number of cells: combinations that occur. */
    public int size() {
        return cells.elementSet().size();
    }

    /**
     * Returns the customers as seen from a date, for a fit.
     *
     * @param asOf not before any customer's last purchase
     * @param step the unit of the times
     * @throws IllegalArgumentException if some purchase is later than that
     */
    public CustomerBase asOf(LocalDate asOf, TimeStep step) {
        int size = size();
        int[] repeats = new int[size];
        double[] recency = new double[size];
        double[] age = new double[size];
        int[] count = new int[size];
        int i = 0;
        for (Multiset.Entry<Long> cell : cells.entrySet()) {
            long key = Objects.requireNonNull(cell.getElement());
            int birth = (int) (key >>> 40) - DAY_OFFSET;
            int last = (int) (key & MAX_DAYS);
            long days = asOf.toEpochDay() - birth;
            if (last > days) {
                throw new IllegalArgumentException("asOf must not be before a purchase, was " + asOf);
            }
            repeats[i] = (int) (key >>> 20 & MAX_REPEATS);
            recency[i] = step.convert(last, TimeStep.DAY);
            age[i] = step.convert((double) days, TimeStep.DAY);
            count[i++] = cell.getCount();
        }
        return CustomerBase.ofUnsorted(step, Optional.of(asOf), repeats, recency, age, count, size, Double.NaN);
    }

    private void change(long key, int by) {
        int now = cells.count(key) + by;
        if (now < 0) {
            throw new IllegalArgumentException("customer must have been added before as the same");
        }
        cells.setCount(key, now);
        customers += by;
    }

    private static long key(PurchaseSummary customer) {
        long birth = customer.first().toEpochDay() + DAY_OFFSET;
        if (birth < 0 || birth >= 2L * DAY_OFFSET) {
            throw new IllegalArgumentException("first must be within 22,000 years of 1970, was " + customer.first());
        }
        if (customer.repeats() > MAX_REPEATS || customer.recencyDays() > MAX_DAYS) {
            throw new IllegalArgumentException("customer must have at most " + MAX_REPEATS + " repeats and " + MAX_DAYS
                    + " days, had " + customer.repeats() + " and " + customer.recencyDays());
        }
        return birth << 40 | (long) customer.repeats() << 20 | customer.recencyDays();
    }
}
