package dev.clientele.b2c.purchase;

import dev.clientele.core.error.InvalidValueException;
import dev.clientele.core.error.ViolationCode;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Objects;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/**
 * Collects purchases and refunds in any order at constant cost each (amortised); {@link #build()} brings them into order
 * once. Not thread-safe; may go on being used after a build.
 */
public final class PurchaseHistoryBuilder {
    private final CurrencyUnit currency;
    private int[] days = new int[4];
    private int[] counts = new int[4];
    private long[] bought = new long[4];
    private long[] refunded = new long[4];
    private int size;
    private boolean ordered = true;

    PurchaseHistoryBuilder(CurrencyUnit currency) {
        this.currency = Objects.requireNonNull(currency, "currency");
    }

    /**
     * Adds a purchase.
     *
     * @param day when, see {@link PurchaseClock}
     * @param amount 0 or more, in the history's currency
     */
    public PurchaseHistoryBuilder addPurchase(LocalDate day, Money amount) {
        append(epochDay(day), 1, minor(amount), 0);
        return this;
    }

    /**
     * Adds a refund.
     *
     * @param day the day it lowers: that of the purchase it belongs to where known, else its own
     * @param amount what was paid back, 0 or more, in the history's currency
     */
    public PurchaseHistoryBuilder addRefund(LocalDate day, Money amount) {
        append(epochDay(day), 0, 0, minor(amount));
        return this;
    }

    /** Adds everything in another history of the same currency. */
    public PurchaseHistoryBuilder addAll(PurchaseHistory other) {
        requireCurrency(other.currency());
        for (int i = 0; i < other.days(); i++) {
            append(other.day(i), other.count(i), other.bought(i), other.refunded(i));
        }
        return this;
    }

    /** Adds a day as a whole. */
    PurchaseHistoryBuilder addDay(int day, int purchases, long minorUnitsBought, long minorUnitsRefunded) {
        append(day, purchases, minorUnitsBought, minorUnitsRefunded);
        return this;
    }

    /**
     * Moves what was refunded under one day to another.
     *
     * @param from the epoch day under which it was added
     * @param to the day that it lowers from now on
     * @param minorUnits how much, 0 or more
     */
    PurchaseHistoryBuilder moveRefund(int from, LocalDate to, long minorUnits) {
        append(from, 0, 0, -minorUnits);
        append(epochDay(to), 0, 0, minorUnits);
        return this;
    }

    /** Builds the history of everything added so far; days on which it comes to nothing are left out. */
    public PurchaseHistory build() {
        sortAndJoin();
        int[] keptDays = new int[size];
        int[] keptCounts = new int[size];
        long[] keptBought = new long[size];
        long[] keptRefunded = new long[size];
        int kept = 0;
        for (int i = 0; i < size; i++) {
            if (counts[i] != 0 || bought[i] != 0 || refunded[i] != 0) {
                keptDays[kept] = days[i];
                keptCounts[kept] = counts[i];
                keptBought[kept] = bought[i];
                keptRefunded[kept] = refunded[i];
                kept++;
            }
        }
        return new PurchaseHistory(
                currency,
                Arrays.copyOf(keptDays, kept),
                Arrays.copyOf(keptCounts, kept),
                Arrays.copyOf(keptBought, kept),
                Arrays.copyOf(keptRefunded, kept));
    }

    private void append(int day, int count, long amount, long back) {
        if (size > 0 && days[size - 1] == day) {
            addTo(size - 1, count, amount, back);
            return;
        }
        if (size == days.length) {
            sortAndJoin();
            if (size > days.length / 2) {
                grow();
            }
        }
        ordered &= size == 0 || days[size - 1] < day;
        days[size] = day;
        counts[size] = count;
        bought[size] = amount;
        refunded[size] = back;
        size++;
    }

    private void addTo(int i, int count, long amount, long back) {
        counts[i] = Math.addExact(counts[i], count);
        bought[i] = MinorUnits.add(bought[i], amount);
        refunded[i] = MinorUnits.add(refunded[i], back);
    }

    private void grow() {
        int capacity = days.length * 2;
        days = Arrays.copyOf(days, capacity);
        counts = Arrays.copyOf(counts, capacity);
        bought = Arrays.copyOf(bought, capacity);
        refunded = Arrays.copyOf(refunded, capacity);
    }

    /** Sorts by day and joins equal days. */
    private void sortAndJoin() {
        if (ordered) {
            return;
        }
        long[] order = new long[size];
        for (int i = 0; i < size; i++) {
            order[i] = ((long) days[i] << 32) | i;
        }
        Arrays.sort(order);
        int[] oldDays = days.clone();
        int[] oldCounts = counts.clone();
        long[] oldBought = bought.clone();
        long[] oldRefunded = refunded.clone();
        int end = 0;
        for (long key : order) {
            int i = (int) key;
            if (end > 0 && days[end - 1] == oldDays[i]) {
                addTo(end - 1, oldCounts[i], oldBought[i], oldRefunded[i]);
            } else {
                days[end] = oldDays[i];
                counts[end] = oldCounts[i];
                bought[end] = oldBought[i];
                refunded[end] = oldRefunded[i];
                end++;
            }
        }
        size = end;
        ordered = true;
    }

    private long minor(Money amount) {
        requireCurrency(amount.getCurrencyUnit());
        if (amount.isNegative()) {
            throw new InvalidValueException(
                    "amount", ViolationCode.RANGE, "must not be negative; add a refund instead");
        }
        return MinorUnits.of(amount);
    }

    private void requireCurrency(CurrencyUnit other) {
        if (!other.equals(currency)) {
            throw new InvalidValueException(
                    "currency", ViolationCode.CURRENCY, "must be " + currency + ", was " + other);
        }
    }

    private static int epochDay(LocalDate day) {
        return Math.toIntExact(day.toEpochDay());
    }
}
