package dev.clientele.b2c.analytics.concentration;

import dev.clientele.b2c.analytics.DayRange;
import dev.clientele.b2c.analytics.PurchaseBook;
import dev.clientele.b2c.purchase.PurchaseDays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.joda.money.Money;

/**
 * A customer's place among those who bought in a period.
 *
 * @param customer who
 * @param rank 1 for the one of highest value
 * @param group the tenth to which the rank belongs, 1 being the best; groups differ in size by at most one
 * @param spend in the period
 * @param purchases in the period, 1 or more
 * @param <C> how customers are named
 */
public record RankedBuyer<C>(C customer, int rank, int group, Money spend, int purchases) {

    /** How many groups. */
    public static final int GROUPS = 10;

    /**
     * Everybody who bought in a period, the highest spend first. Those of equal spend stand by more purchases, then by a later
     * last purchase, then by customer.
     */
    public static <C extends Comparable<? super C>> List<RankedBuyer<C>> in(PurchaseBook<C> book, DayRange period) {
        List<Entry<C>> entries = book.buyers().stream()
                .map(buyer -> new Entry<>(
                        buyer.customer(), buyer.days().between(period.firstInclusive(), period.lastInclusive())))
                .filter(entry -> entry.days().purchases() > 0)
                .sorted(Entry.<C>order())
                .toList();
        int size = entries.size();
        return IntStream.range(0, size)
                .mapToObj(i -> {
                    Entry<C> entry = entries.get(i);
                    int group = (int) ((long) i * GROUPS / size) + 1;
                    return new RankedBuyer<>(
                            entry.customer(),
                            i + 1,
                            group,
                            entry.days().spend(),
                            entry.days().purchases());
                })
                .toList();
    }

    /** How much and how often, not who. */
    @Override
    public String toString() {
        return "RankedBuyer[rank " + rank + ", group " + group + ", " + purchases + " purchases]";
    }

    private record Entry<C extends Comparable<? super C>>(C customer, PurchaseDays days, long spend, long last) {

        Entry(C customer, PurchaseDays days) {
            this(
                    customer,
                    days,
                    days.spendMinor(),
                    days.purchases() == 0
                            ? 0
                            : days.purchaseDay(days.purchases()).toEpochDay());
        }

        static <C extends Comparable<? super C>> Comparator<Entry<C>> order() {
            return Comparator.<Entry<C>>comparingLong(Entry::spend)
                    .thenComparingInt(entry -> entry.days().purchases())
                    .thenComparingLong(Entry::last)
                    .reversed()
                    .thenComparing(Entry::customer);
        }
    }
}
