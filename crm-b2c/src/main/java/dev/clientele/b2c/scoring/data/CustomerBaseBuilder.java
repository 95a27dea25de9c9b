package dev.clientele.b2c.scoring.data;

import dev.clientele.b2c.purchase.CountingRule;
import dev.clientele.b2c.purchase.PurchaseHistory;
import dev.clientele.b2c.purchase.PurchaseSummary;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Collects customers for a {@link CustomerBase} in any order. Not thread-safe. */
public final class CustomerBaseBuilder {
    private final TimeStep step;
    private final boolean opportunities;
    private @Nullable LocalDate asOf;
    private int[] repeats = new int[64];
    private double[] recency = new double[64];
    private double[] age = new double[64];
    private double[] logDays = new double[64];
    private int size;

    CustomerBaseBuilder(TimeStep step, boolean opportunities) {
        this.step = Objects.requireNonNull(step, "step");
        this.opportunities = opportunities;
    }

    /** Adds a customer whose times are in this base's unit. */
    public CustomerBaseBuilder add(CustomerSummary customer) {
        return add(customer, LogPurchaseIntervals.of(customer, step));
    }

    /**
     * Adds a customer seen from a date, the same for all customers.
     *
     * @throws IllegalArgumentException if another customer was seen from another date
     */
    public CustomerBaseBuilder add(PurchaseSummary summary) {
        CustomerSummary customer = dated(summary);
        return add(customer, LogPurchaseIntervals.of(customer, step));
    }

    /**
     * Adds a person's history as it stood at the end of a day, the same for all persons, with the times between purchases,
     * which tell how regular they are. A person who had bought nothing by then is left out.
     *
     * @throws IllegalArgumentException if another customer was seen from another date
     */
    public CustomerBaseBuilder add(PurchaseHistory history, LocalDate end, CountingRule rule) {
        if (opportunities) {
            CustomerSummary.ofOpportunities(history, end, rule, step).ifPresent(customer -> {
                requireSame(end);
                add(customer, Double.NaN);
            });
            return this;
        }
        history.summary(end, rule)
                .ifPresent(summary -> add(dated(summary), LogPurchaseIntervals.of(history, end, rule)));
        return this;
    }

    private CustomerSummary dated(PurchaseSummary summary) {
        requireSame(summary.asOf());
        return CustomerSummary.of(summary, step);
    }

    private void requireSame(LocalDate day) {
        if (asOf != null && !asOf.equals(day)) {
            throw new IllegalArgumentException("asOf must be " + asOf + " as before, was " + day);
        }
        asOf = day;
    }

    private CustomerBaseBuilder add(CustomerSummary customer, double days) {
        if (size == repeats.length) {
            int capacity = Math.addExact(size, size);
            repeats = Arrays.copyOf(repeats, capacity);
            recency = Arrays.copyOf(recency, capacity);
            age = Arrays.copyOf(age, capacity);
            logDays = Arrays.copyOf(logDays, capacity);
        }
        repeats[size] = customer.repeats();
        recency[size] = customer.recency();
        age[size] = customer.age();
        logDays[size] = days;
        size++;
        return this;
    }

    /** Builds the base of everybody added so far. */
    public CustomerBase build() {
        return CustomerBase.ofUnsorted(
                step, Optional.ofNullable(asOf), repeats, recency, age, size, LogPurchaseIntervals.sum(logDays, size));
    }
}
