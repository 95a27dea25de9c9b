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
 * @param decile the tenth to which the rank belongs, 1 being the best; groups differ in size by at most one
 * @param spend in the period
 * @param purchases in the period, 1 or more
 * @param <C> how customers are named
 */
public record RankedBuyer<C>(C customer, int rank, int decile, Money spend, int purchases) {

    /** The number of groups. */
    public static final int DECILES = 10;

    /**
     * Ranks everybody who bought in a period, the highest spend first. Those of equal spend stand by more purchases,
     * then by a later last purchase, then by customer.
     */
    public static <C extends Comparable<? super C>> List<RankedBuyer<C>> rankAll(
            PurchaseBook<C> book, DayRange period) {
        List<RankingRow<C>> entries = book.buyers().stream()
                .map(buyer -> new RankingRow<>(
                        buyer.customer(), buyer.days().between(period.firstInclusive(), period.lastInclusive())))
                .filter(entry -> entry.days().purchases() > 0)
                .sorted(RankingRow.<C>order())
                .toList();
        int size = entries.size();
        return IntStream.range(0, size)
                .mapToObj(i -> {
                    RankingRow<C> entry = entries.get(i);
                    int group = (int) ((long) i * DECILES / size) + 1;
                    return new RankedBuyer<>(
                            entry.customer(),
                            i + 1,
                            group,
                            entry.days().spend(),
                            entry.days().purchases());
                })
                .toList();
    }

    /** Returns spend and purchases, not the customer. */
    @Override
    public String toString() {
        return "RankedBuyer[rank " + rank + ", group " + decile + ", " + purchases + " purchases]";
    }

    private record RankingRow<C extends Comparable<? super C>>(C customer, PurchaseDays days, long spend, long last) {

        RankingRow(C customer, PurchaseDays days) {
            this(
                    customer,
                    days,
                    days.spendMinor(),
                    days.purchases() == 0
                            ? 0
                            : days.purchaseDay(days.purchases()).toEpochDay());
        }

        static <C extends Comparable<? super C>> Comparator<RankingRow<C>> order() {
            return Comparator.<RankingRow<C>>comparingLong(RankingRow::spend)
                    .thenComparingInt(entry -> entry.days().purchases())
                    .thenComparingLong(RankingRow::last)
                    .reversed()
                    .thenComparing(RankingRow::customer);
        }
    }
}
