package dev.clientele.b2c.analytics.concentration;

import com.google.common.collect.Sets;
import dev.clientele.b2c.analytics.DayRange;
import dev.clientele.b2c.analytics.PurchaseBook;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * From which tenth to which customers move between two periods. Tenths are those of each period's own customers, see
 * {@link RankedBuyer}. Immutable and thread-safe.
 *
 * @param before the earlier period
 * @param after the later period
 * @param counts how many customers went from the tenth of the row to that of the column; row and column 0 hold those who didn't
 *     buy in that period
 */
public record DecileMigration(DayRange before, DayRange after, List<List<Long>> counts) {

    /** Copies the counts. */
    public DecileMigration {
        counts = counts.stream().map(List::copyOf).toList();
    }

    /**
     * Counts the moves of all who bought in one of the periods.
     *
     * @param before the earlier period
     * @param after the later period, none of it in the earlier
     */
    public static <C extends Comparable<? super C>> DecileMigration of(
            PurchaseBook<C> book, DayRange before, DayRange after) {
        if (!after.firstInclusive().isAfter(before.lastInclusive())) {
            throw new IllegalArgumentException("after must begin after " + before.lastInclusive() + ", was " + after);
        }
        Map<C, Integer> from = deciles(book, before);
        Map<C, Integer> to = deciles(book, after);
        long[][] counts = new long[RankedBuyer.DECILES + 1][RankedBuyer.DECILES + 1];
        for (C customer : Sets.union(from.keySet(), to.keySet())) {
            counts[from.getOrDefault(customer, 0)][to.getOrDefault(customer, 0)]++;
        }
        return new DecileMigration(
                before,
                after,
                IntStream.rangeClosed(0, RankedBuyer.DECILES)
                        .mapToObj(i -> LongStream.of(counts[i]).boxed().toList())
                        .toList());
    }

    private static <C extends Comparable<? super C>> Map<C, Integer> deciles(PurchaseBook<C> book, DayRange period) {
        Map<C, Integer> deciles = new TreeMap<>();
        RankedBuyer.rankAll(book, period).forEach(buyer -> deciles.put(buyer.customer(), buyer.decile()));
        return deciles;
    }

    /**
     * Returns the number of customers who moved from one tenth to another.
     *
     * @param from the tenth in the earlier period, 1 being the best; 0 for those who didn't buy in it
     * @param to the tenth in the later period, or 0
     */
    public long count(int from, int to) {
        return counts.get(from).get(to);
    }

    /**
     * Returns the number of customers of a tenth of the earlier period, 0 meaning those who only bought in the later
     * one.
     */
    public long countFrom(int group) {
        return counts.get(group).stream().mapToLong(Long::longValue).sum();
    }

    /**
     * Returns the share of the customers of a tenth of the earlier period who are in a tenth of the later.
     *
     * @return from 0 to 1; 0 if the tenth is empty
     */
    public double share(int from, int to) {
        long all = countFrom(from);
        return all == 0 ? 0 : (double) count(from, to) / all;
    }
}
