package dev.clientele.b2b.revenue.retention;

import dev.clientele.b2b.insight.projection.NotEnoughHistoryException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How many customers left at which renewal, and how many are still there. Immutable and thread-safe.
 *
 * @param churned how many left at the first renewal, the second, and so on
 * @param active how many are there that have renewed not at all so far, once, twice, and so on; of these it isn't known yet
 *     whether they renew again
 */
public record RenewalHistory(List<Long> churned, List<Long> active) {

    /** Copies the lists and checks that no number is negative. */
    public RenewalHistory {
        churned = List.copyOf(churned);
        active = List.copyOf(active);
        for (List<Long> counts : List.of(churned, active)) {
            for (long count : counts) {
                if (count < 0) {
                    throw new IllegalArgumentException("counts must not be negative, got " + count);
                }
            }
        }
    }

    /**
     * Of customers who all began at once.
     *
     * @param survivors how many there were to begin with, and after each renewal; never more than before
     */
    public static RenewalHistory ofSurvivors(long... survivors) {
        List<Long> left = new ArrayList<>();
        List<Long> staying = new ArrayList<>();
        for (int i = 0; i < survivors.length; i++) {
            boolean last = i == survivors.length - 1;
            staying.add(last ? survivors[i] : 0);
            if (!last) {
                if (survivors[i + 1] > survivors[i]) {
                    throw new IllegalArgumentException("survivors must never be more than before, got " + survivors[i]
                            + " and " + survivors[i + 1]);
                }
                left.add(survivors[i] - survivors[i + 1]);
            }
        }
        return new RenewalHistory(left, staying);
    }

    /**
     * One customer.
     *
     * @param renewals how often the customer has renewed
     * @param churned whether the customer left at the renewal after these
     */
    public record Lifespan(int renewals, boolean churned) {

        /** Checks the number. */
        public Lifespan {
            if (renewals < 0) {
                throw new IllegalArgumentException("renewals must not be negative, got " + renewals);
            }
        }
    }

    /** Returns the history of customers, whenever each of them began. */
    public static RenewalHistory of(Collection<Lifespan> lifespans) {
        Map<Lifespan, Long> counts = new HashMap<>();
        lifespans.forEach(lifespan -> counts.merge(lifespan, 1L, Long::sum));
        return ofCounts(counts);
    }

    /**
     * Returns the history of so many customers by their lifespan.
     *
     * @param customers lifespans and how many customers had each, zero or more
     */
    public static RenewalHistory ofCounts(Map<Lifespan, Long> customers) {
        int longest =
                customers.keySet().stream().mapToInt(Lifespan::renewals).max().orElse(-1);
        long[] left = new long[longest + 1];
        long[] staying = new long[longest + 1];
        customers.forEach((lifespan, count) -> {
            long[] counts = lifespan.churned() ? left : staying;
            counts[lifespan.renewals()] += count;
        });
        List<Long> leftCounts = new ArrayList<>();
        List<Long> stayingCounts = new ArrayList<>();
        for (int i = 0; i <= longest; i++) {
            leftCounts.add(left[i]);
            stayingCounts.add(staying[i]);
        }
        return new RenewalHistory(leftCounts, stayingCounts);
    }

    /** Returns the number of customers. */
    public long customers() {
        return churnedCustomers() + active.stream().mapToLong(Long::longValue).sum();
    }

    /** Returns the number of customers who have left. */
    public long churnedCustomers() {
        return churned.stream().mapToLong(Long::longValue).sum();
    }

    /** Computes the natural logarithm of the likelihood of this history under a model. */
    public double logLikelihood(RetentionModel model) {
        double sum = 0;
        for (int i = 0; i < churned.size(); i++) {
            if (churned.get(i) > 0) {
                double before = model.logSurvival(i);
                sum += churned.get(i) * (before + Math.log(-Math.expm1(model.logSurvival(i + 1) - before)));
            }
        }
        for (int i = 0; i < active.size(); i++) {
            sum += active.get(i) * model.logSurvival(i);
        }
        return sum;
    }

    /** Checks that there is anything to learn from. */
    void requireEnough() {
        if (churnedCustomers() == 0) {
            throw new NotEnoughHistoryException("customers that have left", 1, 0);
        } else if (churned.stream().filter(count -> count > 0).count() < 2
                && active.stream().skip(1).noneMatch(count -> count > 0)) {
            throw new NotEnoughHistoryException("renewals at which customers have left or stayed", 2, 1);
        }
    }
}
