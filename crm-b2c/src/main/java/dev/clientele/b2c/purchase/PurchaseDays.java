package dev.clientele.b2c.purchase;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Objects;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/**
 * A person's purchases day by day as one {@link CountingRule} sees them: what descriptive analytics read. Days are ascending
 * and hold something that counts: a purchase, or an amount that isn't 0.
 *
 * <p>A day may have an amount but no purchase: that of a refund booked on a day of its own, or of a day that was undone by
 * refunds higher than what was bought. Equal for equal histories under equal rules; immutable and thread-safe.
 */
public final class PurchaseDays {
    private final CurrencyUnit currency;
    private final int[] days;
    private final int[] purchases;
    private final long[] spend;
    private final int total;

    private PurchaseDays(CurrencyUnit currency, int[] days, int[] purchases, long[] spend) {
        this.currency = currency;
        this.days = days;
        this.purchases = purchases;
        this.spend = spend;
        int sum = 0;
        for (int count : purchases) {
            sum = Math.addExact(sum, count);
        }
        this.total = sum;
    }

    static PurchaseDays of(PurchaseHistory history, CountingRule rule) {
        int all = history.days();
        int[] days = new int[all];
        int[] purchases = new int[all];
        long[] spend = new long[all];
        int size = 0;
        for (int i = 0; i < all; i++) {
            purchases[size] = history.purchases(i, rule);
            spend[size] = history.spend(i, rule);
            days[size] = history.day(i);
            size += purchases[size] > 0 || spend[size] != 0 ? 1 : 0;
        }
        return new PurchaseDays(
                history.currency(),
                Arrays.copyOf(days, size),
                Arrays.copyOf(purchases, size),
                Arrays.copyOf(spend, size));
    }

    /**
     * Returns the days of a stretch of time.
     *
     * @param firstInclusive the first day of it
     * @param lastInclusive the last day of it; if before the first, there are none
     */
    public PurchaseDays between(LocalDate firstInclusive, LocalDate lastInclusive) {
        int from = index(firstInclusive.toEpochDay());
        int to = Math.max(from, index(lastInclusive.toEpochDay() + 1));
        return new PurchaseDays(
                currency,
                Arrays.copyOfRange(days, from, to),
                Arrays.copyOfRange(purchases, from, to),
                Arrays.copyOfRange(spend, from, to));
    }

    /** Returns the number of days before this one. */
    private int index(long epochDay) {
        int below = 0;
        int above = days.length;
        while (below < above) {
            int middle = (below + above) >>> 1;
            if (days[middle] < epochDay) {
                below = middle + 1;
            } else {
                above = middle;
            }
        }
        return below;
    }

    /** Returns the currency of every amount. */
    public CurrencyUnit currency() {
        return currency;
    }

    /** Returns the number of days. */
    public int size() {
        return days.length;
    }

    /**
     * Returns the i-th day.
     *
     * @param i which, from 0 to {@link #size()} − 1
     */
    public LocalDate day(int i) {
        return LocalDate.ofEpochDay(days[i]);
    }

    /**
     * Returns the number of purchases that count on a day, 0 or more.
     *
     * @param i which, from 0 to {@link #size()} − 1
     */
    public int purchases(int i) {
        return purchases[i];
    }

    /**
     * Returns the spend of a day, in minor units of the currency; negative where more was refunded than bought.
     *
     * @param i which, from 0 to {@link #size()} − 1
     */
    public long spendMinor(int i) {
        return spend[i];
    }

    /** Returns the number of all purchases. */
    public int purchases() {
        return total;
    }

    /** Returns the spend of all days, in minor units of the currency. */
    public long spendMinor() {
        long sum = 0;
        for (long day : spend) {
            sum = MinorUnits.add(sum, day);
        }
        return sum;
    }

    /** Returns the spend of all days. */
    public Money spend() {
        return Money.ofMinor(currency, spendMinor());
    }

    /**
     * Returns the day of a purchase.
     *
     * @param number which, the first being 1, up to {@link #purchases()}
     */
    public LocalDate purchaseDay(int number) {
        Objects.checkIndex(number - 1, total);
        int seen = 0;
        int i = -1;
        while (seen < number) {
            i++;
            seen += purchases[i];
        }
        return LocalDate.ofEpochDay(days[i]);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PurchaseDays that
                && currency.equals(that.currency)
                && Arrays.equals(days, that.days)
                && Arrays.equals(purchases, that.purchases)
                && Arrays.equals(spend, that.spend);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(days) + Arrays.hashCode(spend);
    }

    /** Returns the number of purchases, not what was bought. */
    @Override
    public String toString() {
        return "PurchaseDays[" + total + " purchases on " + days.length + " days, " + currency + "]";
    }
}
