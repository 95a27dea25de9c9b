package dev.clientele.b2c.scoring.data;

import dev.clientele.b2c.purchase.CountingRule;
import dev.clientele.b2c.purchase.PurchaseHistory;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Iterator;

/** Σ ln of the days between successive purchases: what tells regular buying from random buying. */
final class LogPurchaseIntervals {
    private LogPurchaseIntervals() {}

    static double of(PurchaseHistory history, LocalDate asOf, CountingRule rule) {
        Iterator<LocalDate> days = history.purchaseDays(asOf, rule).iterator();
        double sum = 0;
        LocalDate before = null;
        while (days.hasNext()) {
            LocalDate day = days.next();
            if (before != null) {
                sum += ofDays((double) (day.toEpochDay() - before.toEpochDay()));
            }
            before = day;
        }
        return sum;
    }

    /** Returns the sum where it is known without a history, as there is at most one such time; else not a number. */
    static double of(CustomerSummary customer, TimeStep step) {
        return switch (customer.repeats()) {
            case 0 -> 0;
            case 1 -> ofDays(customer.recency() * step.days());
            default -> Double.NaN;
        };
    }

    /** Returns the logarithm of a time, that of purchases at once being next to none and not none: no sum is infinite. */
    private static double ofDays(double days) {
        return Math.log(Math.max(days, Double.MIN_NORMAL));
    }

    /**
     * Adds in ascending order, so that the order in which they came changes no bit; not a number if one of them is
     * none.
     */
    static double sum(double[] logDays, int size) {
        double[] sorted = Arrays.copyOf(logDays, size);
        Arrays.sort(sorted);
        double sum = 0;
        for (double one : sorted) {
            sum += one;
        }
        return sum;
    }
}
