package dev.clientele.b2c.analytics.funnel;

import dev.clientele.b2c.analytics.Buyer;
import dev.clientele.b2c.analytics.DayQuartiles;
import dev.clientele.b2c.analytics.PurchaseBook;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The funnel of repeat purchases: the number of customers who buy a first, second, third … time. As all that was seen
 * counts, whenever a customer first came, recent customers who had little time to return lower the conversions; {@link
 * TimeToPurchase} corrects for that. Immutable and thread-safe.
 *
 * @param customers how many bought at all
 * @param steps by number of purchase, the first first; as many as asked for, or up to the last that anybody reached
 */
public record RepeatFunnel(long customers, List<FunnelStep> steps) {

    /** Copies the steps. */
    public RepeatFunnel {
        steps = List.copyOf(steps);
    }

    /**
     * Creates the funnel of a book.
     *
     * @param mostSteps 1 or more
     */
    public static <C extends Comparable<? super C>> RepeatFunnel of(PurchaseBook<C> book, int mostSteps) {
        if (mostSteps < 1) {
            throw new IllegalArgumentException("mostSteps must be 1 or more, was " + mostSteps);
        }
        List<Buyer<C>> remaining = book.buyers();
        long all = remaining.size();
        List<FunnelStep> steps = new ArrayList<>();
        long before = all;
        for (int n = 1; n <= mostSteps && !remaining.isEmpty(); n++) {
            long now = remaining.size();
            steps.add(new FunnelStep(n, now, (double) now / before, (double) now / all, gap(remaining, n)));
            before = now;
            remaining = after(remaining, n);
        }
        return new RepeatFunnel(all, steps);
    }

    private static <C> List<Buyer<C>> after(List<Buyer<C>> buyers, int purchase) {
        return buyers.stream().filter(buyer -> buyer.purchases() > purchase).toList();
    }

    private static <C> Optional<DayQuartiles> gap(List<Buyer<C>> buyers, int purchase) {
        if (purchase == 1) {
            return Optional.empty();
        }
        return Optional.of(DayQuartiles.of(buyers.stream()
                .mapToInt(buyer -> (int) ChronoUnit.DAYS.between(
                        buyer.days().purchaseDay(purchase - 1), buyer.days().purchaseDay(purchase)))
                .toArray()));
    }
}
