package dev.clientele.b2c.analytics.concentration;

import dev.clientele.b2c.analytics.DayRange;
import dev.clientele.b2c.analytics.PurchaseBook;
import dev.clientele.b2c.purchase.MinorUnits;
import java.util.ArrayList;
import java.util.List;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/**
 * The concentration of spend on few customers. Immutable and thread-safe.
 *
 * <p>Where refunds left somebody below zero, that is counted as it is: shares of the best may then exceed 1. If nothing was
 * spent in sum, all shares are 0.
 */
public final class ValueConcentration {

    private final CurrencyUnit currency;
    /** The sum over the best i customers, in minor units, for i from 0 to all. */
    private final long[] sums;

    private final long[] purchases;

    private ValueConcentration(CurrencyUnit currency, long[] sums, long[] purchases) {
        this.currency = currency;
        this.sums = sums;
        this.purchases = purchases;
    }

    /**
     * Computes the concentration over all customers who bought in a period.
     *
     * @param period the days that count
     */
    public static <C extends Comparable<? super C>> ValueConcentration of(PurchaseBook<C> book, DayRange period) {
        List<RankedBuyer<C>> ranked = RankedBuyer.rankAll(book, period);
        long[] sums = new long[ranked.size() + 1];
        long[] purchases = new long[ranked.size() + 1];
        for (int i = 0; i < ranked.size(); i++) {
            sums[i + 1] = MinorUnits.add(sums[i], MinorUnits.of(ranked.get(i).spend()));
            purchases[i + 1] = purchases[i] + ranked.get(i).purchases();
        }
        return new ValueConcentration(book.currency(), sums, purchases);
    }

    /** Returns the number of customers. */
    public int customers() {
        return sums.length - 1;
    }

    /** Returns the spend of all of them. */
    public Money spend() {
        return Money.ofMinor(currency, total());
    }

    private long total() {
        return sums[customers()];
    }

    /**
     * Returns the part of all spend that the best customers hold.
     *
     * @param fraction of the customers, from 0 to 1; of a part of a customer the whole counts, so that a tenth of 4,338
     *     customers are 434
     */
    public double shareOfTop(double fraction) {
        if (!(fraction >= 0 && fraction <= 1)) {
            throw new IllegalArgumentException("fraction must be from 0 to 1, was " + fraction);
        }
        return share((int) Math.min(customers(), Math.ceil(fraction * customers())));
    }

    private double share(int best) {
        return total() == 0 ? 0 : (double) sums[best] / total();
    }

    /**
     * Returns the smallest part of the customers that holds a given share of all spend.
     *
     * @param share from 0 to 1
     * @return from 0 to 1; 1 if there are no customers or nothing was spent
     */
    public double fractionWithShare(double share) {
        if (!(share >= 0 && share <= 1)) {
            throw new IllegalArgumentException("share must be from 0 to 1, was " + share);
        }
        for (int best = 0; best < customers(); best++) {
            if (total() > 0 && share(best) >= share) {
                return (double) best / customers();
            }
        }
        return 1;
    }

    /**
     * Returns the Gini coefficient over the customers as they are, without correction for a small number: 0 if all
     * spend the same, 1 − 1/n if one of n spends all; 0 without customers or spend.
     */
    public double gini() {
        int size = customers();
        if (total() == 0) {
            return 0;
        }
        double area = 0; // under the curve of the best first, by trapezoids, in units of total / n
        for (int i = 1; i <= size; i++) {
            area += ((double) sums[i - 1] + sums[i]) / 2;
        }
        return 2 * area / ((double) size * total()) - 1;
    }

    /**
     * Returns the Lorenz curve: the share of all spend of the least valuable customers.
     *
     * @param fraction of the customers, the least valuable first, from 0 to 1
     */
    public double lorenz(double fraction) {
        return total() == 0 ? 0 : 1 - (double) sums[customers() - (int) Math.floor(fraction * customers())] / total();
    }

    /** Returns the tenths, the best first. */
    public List<ValueDecile> deciles() {
        List<ValueDecile> groups = new ArrayList<>();
        int from = 0;
        for (int group = 1; group <= RankedBuyer.DECILES; group++) {
            // the same as those with a rank r of which (r - 1) * 10 / n = group - 1
            int to = (int) (((long) group * customers() + RankedBuyer.DECILES - 1) / RankedBuyer.DECILES);
            groups.add(new ValueDecile(
                    group,
                    to - from,
                    purchases[to] - purchases[from],
                    Money.ofMinor(currency, sums[to] - sums[from]),
                    share(to) - share(from),
                    share(to)));
            from = to;
        }
        return groups;
    }

    /** Returns text such as {@code ValueConcentration[4338 customers, GBP]}. */
    @Override
    public String toString() {
        return "ValueConcentration[" + customers() + " customers, " + currency + "]";
    }
}
