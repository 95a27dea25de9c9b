package dev.clientele.b2c.purchase;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/**
 * A person's purchases by day, in one currency: for each day with purchases or refunds how many purchases, their sum and
 * the sum refunded, all exact. Equal for equal purchases whatever their order; immutable and thread-safe.
 *
 * <p>Whether a purchase was already counted (its idempotency key) is the purchase log's business: here everything added
 * counts, and parts that are merged must not overlap.
 */
public final class PurchaseHistory {
    private final CurrencyUnit currency;
    /** Ascending epoch days, and for each: number of purchases, minor units bought, minor units refunded. */
    private final int[] days;

    private final int[] counts;
    private final long[] bought;
    private final long[] refunded;

    PurchaseHistory(CurrencyUnit currency, int[] days, int[] counts, long[] bought, long[] refunded) {
        this.currency = currency;
        this.days = days;
        this.counts = counts;
        this.bought = bought;
        this.refunded = refunded;
    }

    /** Returns the history of somebody who has bought nothing yet. */
    public static PurchaseHistory empty(CurrencyUnit currency) {
        return new PurchaseHistory(
                Objects.requireNonNull(currency, "currency"), new int[0], new int[0], new long[0], new long[0]);
    }

    /** Creates a builder for many purchases, each of which costs constant time, whatever their order. */
    public static PurchaseHistoryBuilder builder(CurrencyUnit currency) {
        return new PurchaseHistoryBuilder(currency);
    }

    /**
     * Returns this history with one more purchase.
     *
     * @param day when, see {@link PurchaseClock}
     * @param amount 0 or more, in this history's currency
     */
    public PurchaseHistory plus(LocalDate day, Money amount) {
        return toBuilder().addPurchase(day, amount).build();
    }

    /**
     * Returns this history with all purchases and refunds of another part of it.
     *
     * @param other purchases that this history has not yet seen, in the same currency
     */
    public PurchaseHistory merge(PurchaseHistory other) {
        return toBuilder().addAll(other).build();
    }

    /** Returns a builder that starts with everything in this history. */
    public PurchaseHistoryBuilder toBuilder() {
        return new PurchaseHistoryBuilder(currency).addAll(this);
    }

    /** Returns the currency of every amount. */
    public CurrencyUnit currency() {
        return currency;
    }

    /** Returns the number of days with purchases or refunds. */
    public int days() {
        return days.length;
    }

    int day(int i) {
        return days[i];
    }

    int count(int i) {
        return counts[i];
    }

    long bought(int i) {
        return bought[i];
    }

    long refunded(int i) {
        return refunded[i];
    }

    /**
     * Computes the summary of the history as it stood at the end of a day, for calibration.
     *
     * @param asOf later purchases are left out
     * @param rule what counts
     * @return empty if nothing that counts had been bought by then
     */
    public Optional<PurchaseSummary> summary(LocalDate asOf, CountingRule rule) {
        int first = Integer.MAX_VALUE;
        int last = Integer.MIN_VALUE;
        int purchases = 0;
        long total = 0;
        long firstSpend = 0;
        long end = asOf.toEpochDay();
        for (int i = 0; i < days.length && days[i] <= end; i++) {
            int number = purchases(i, rule);
            long spend = spend(i, rule);
            total = MinorUnits.add(total, spend);
            if (number > 0) {
                if (purchases == 0) {
                    first = days[i];
                    firstSpend = rule.sameDay() == SameDay.ONE_PURCHASE ? spend : spend / number;
                }
                last = days[i];
                purchases = Math.addExact(purchases, number);
            }
        }
        if (purchases == 0) {
            return Optional.empty();
        }
        return Optional.of(new PurchaseSummary(
                LocalDate.ofEpochDay(first),
                LocalDate.ofEpochDay(last),
                asOf,
                purchases,
                Money.ofMinor(currency, firstSpend),
                Money.ofMinor(currency, total)));
    }

    /**
     * Returns the number of purchases in a period, for hold-out.
     *
     * @param startExclusive the last day before the period
     * @param endInclusive the last day of the period
     * @param rule what counts
     */
    public int purchases(LocalDate startExclusive, LocalDate endInclusive, CountingRule rule) {
        int purchases = 0;
        for (int i = 0; i < days.length; i++) {
            if (days[i] > startExclusive.toEpochDay() && days[i] <= endInclusive.toEpochDay()) {
                purchases = Math.addExact(purchases, purchases(i, rule));
            }
        }
        return purchases;
    }

    /**
     * Returns the days of all purchases up to and on a day, ascending; a day comes as often as it has purchases that
     * count.
     *
     * @param asOf later purchases are left out
     * @param rule what counts
     */
    public Stream<LocalDate> purchaseDays(LocalDate asOf, CountingRule rule) {
        return IntStream.range(0, days.length)
                .filter(i -> days[i] <= asOf.toEpochDay())
                .flatMap(i -> IntStream.range(0, purchases(i, rule)).map(n -> days[i]))
                .mapToObj(LocalDate::ofEpochDay);
    }

    /**
     * Returns the spend in a period, refunds taken off as the rule says.
     *
     * @param startExclusive the last day before the period
     * @param endInclusive the last day of the period
     * @param rule what counts
     */
    public Money spend(LocalDate startExclusive, LocalDate endInclusive, CountingRule rule) {
        long total = 0;
        for (int i = 0; i < days.length; i++) {
            if (days[i] > startExclusive.toEpochDay() && days[i] <= endInclusive.toEpochDay()) {
                total = MinorUnits.add(total, spend(i, rule));
            }
        }
        return Money.ofMinor(currency, total);
    }

    /**
     * Returns the days with purchases or refunds that count by a rule, for descriptive analytics.
     *
     * @param rule what counts
     */
    public PurchaseDays countedDays(CountingRule rule) {
        return PurchaseDays.of(this, rule);
    }

    int purchases(int i, CountingRule rule) {
        boolean undone = rule.refunds() == Refunds.UNDO_PURCHASE && refunded[i] > 0 && refunded[i] >= bought[i];
        if (undone || counts[i] == 0) {
            return 0;
        }
        return rule.sameDay() == SameDay.ONE_PURCHASE ? 1 : counts[i];
    }

    long spend(int i, CountingRule rule) {
        return rule.refunds() == Refunds.IGNORED ? bought[i] : MinorUnits.subtract(bought[i], refunded[i]);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PurchaseHistory that
                && currency.equals(that.currency)
                && Arrays.equals(days, that.days)
                && Arrays.equals(counts, that.counts)
                && Arrays.equals(bought, that.bought)
                && Arrays.equals(refunded, that.refunded);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(days) + Arrays.hashCode(bought);
    }

    /** Returns the number of days, not what was bought. */
    @Override
    public String toString() {
        return "PurchaseHistory[" + days.length + " days, " + currency + "]";
    }
}
