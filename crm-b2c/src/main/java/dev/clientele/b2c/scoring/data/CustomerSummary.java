package dev.clientele.b2c.scoring.data;

import dev.clientele.b2c.purchase.CountingRule;
import dev.clientele.b2c.purchase.PurchaseHistory;
import dev.clientele.b2c.purchase.PurchaseSummary;
import java.time.LocalDate;
import java.util.Optional;

/**
 * The sufficient statistics of one customer for the repeat-purchase models, written (x, t_x, T) in the literature.
 * Times are in the model's {@link TimeStep} and run from the first purchase.
 *
 * @param repeats x: purchases after the first, 0 or more
 * @param recency t_x: time of the last purchase, from 0 to {@code age}; 0 if there were no repeats
 * @param age T: time observed, 0 or more, finite
 */
public record CustomerSummary(int repeats, double recency, double age) {
    public CustomerSummary {
        requireValid(repeats, recency, age);
        recency += 0.0; // -0.0 becomes 0.0: equal customers are equal in every bit
        age += 0.0;
    }

    /** Creates a customer as the literature writes one. */
    public static CustomerSummary of(int repeats, double recency, double age) {
        return new CustomerSummary(repeats, recency, age);
    }

    /** Converts a purchase summary into a model's unit of time. */
    public static CustomerSummary of(PurchaseSummary summary, TimeStep step) {
        return new CustomerSummary(
                summary.repeats(),
                step.convert(summary.recencyDays(), TimeStep.DAY),
                step.convert(summary.ageDays(), TimeStep.DAY));
    }

    /**
     * Counts opportunities by calendar period, one in each after that of the first purchase which is over at the end of a day: months
     * from January to January, weeks from Monday. Repeats are the periods with a purchase, however many; what was bought in a period
     * that isn't over doesn't count yet.
     *
     * @param history purchases
     * @param asOf the day
     * @param rule what counts as a purchase
     * @param step the period
     * @return empty if nothing was bought by that day
     */
    public static Optional<CustomerSummary> ofOpportunities(
            PurchaseHistory history, LocalDate asOf, CountingRule rule, TimeStep step) {
        long[] periods = history.purchaseDays(asOf, rule)
                .mapToLong(step::periodNumber)
                .distinct()
                .toArray();
        if (periods.length == 0) {
            return Optional.empty();
        }
        long over = step.lastWholePeriod(asOf);
        int repeats = 0;
        long last = periods[0];
        for (long period : periods) {
            if (period > periods[0] && period <= over) {
                repeats++;
                last = period;
            }
        }
        return Optional.of(
                new CustomerSummary(repeats, (double) (last - periods[0]), (double) Math.max(0, over - periods[0])));
    }

    /**
     * Checks a customer given as numbers, without making an object of them.
     *
     * @throws IllegalArgumentException if there is no such customer
     */
    public static void requireValid(int repeats, double recency, double age) {
        if (repeats < 0) {
            throw new IllegalArgumentException("repeats must be 0 or more, was " + repeats);
        }
        if (!(age >= 0 && age <= Double.MAX_VALUE)) {
            throw new IllegalArgumentException("age must be finite and 0 or more, was " + age);
        }
        if (!(recency >= 0 && recency <= age)) {
            throw new IllegalArgumentException("recency must be from 0 to age (" + age + "), was " + recency);
        }
        if (repeats == 0 && recency > 0) {
            throw new IllegalArgumentException("recency must be 0 without repeats, was " + recency);
        }
    }
}
