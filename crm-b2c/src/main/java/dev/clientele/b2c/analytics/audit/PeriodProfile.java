package dev.clientele.b2c.analytics.audit;

import dev.clientele.b2c.analytics.DayRange;
import dev.clientele.b2c.analytics.PurchaseBook;
import dev.clientele.b2c.analytics.concentration.RankedBuyer;
import dev.clientele.b2c.analytics.concentration.ValueConcentration;
import dev.clientele.b2c.purchase.MinorUnits;
import java.util.ArrayList;
import java.util.List;
import org.joda.money.Money;

/**
 * The first lens: those who bought in one period, and how they differ. Immutable and thread-safe.
 *
 * @param period the days
 * @param customers how many bought
 * @param purchases how often, all together
 * @param spend for how much, all together
 * @param frequencies customers by number of purchases, ascending, the last group open
 * @param concentration who holds how much of the spend
 */
public record PeriodProfile(
        DayRange period,
        long customers,
        long purchases,
        Money spend,
        List<FrequencyGroupSize> frequencies,
        ValueConcentration concentration) {

    private static final int LAST_GROUP = 10;

    /** Copies the frequencies. */
    public PeriodProfile {
        frequencies = List.copyOf(frequencies);
    }

    /**
     * Customers with a number of purchases.
     *
     * @param purchases how many; the last group has as many or more
     * @param customers how many customers
     * @param spend for how much, all together
     */
    public record FrequencyGroupSize(int purchases, long customers, Money spend) {}

    /** Creates the profile of a period. */
    public static <C extends Comparable<? super C>> PeriodProfile of(PurchaseBook<C> book, DayRange period) {
        long[] customers = new long[LAST_GROUP];
        long[] minor = new long[LAST_GROUP];
        long purchases = 0;
        for (RankedBuyer<C> buyer : RankedBuyer.rankAll(book, period)) {
            int group = Math.min(buyer.purchases(), LAST_GROUP) - 1;
            customers[group]++;
            minor[group] = MinorUnits.add(minor[group], MinorUnits.of(buyer.spend()));
            purchases += buyer.purchases();
        }
        List<FrequencyGroupSize> frequencies = new ArrayList<>();
        for (int i = 0; i < LAST_GROUP; i++) {
            frequencies.add(new FrequencyGroupSize(i + 1, customers[i], Money.ofMinor(book.currency(), minor[i])));
        }
        ValueConcentration concentration = ValueConcentration.of(book, period);
        return new PeriodProfile(
                period, concentration.customers(), purchases, concentration.spend(), frequencies, concentration);
    }

    /** Returns the purchases per customer; 0 without customers. */
    public double purchasesPerCustomer() {
        return customers == 0 ? 0 : (double) purchases / customers;
    }

    /** Returns the spend per purchase in major units; 0 without purchases. */
    public double spendPerPurchase() {
        return purchases == 0 ? 0 : spend.getAmount().doubleValue() / purchases;
    }

    /** Returns the spend per customer in major units; 0 without customers. */
    public double spendPerCustomer() {
        return customers == 0 ? 0 : spend.getAmount().doubleValue() / customers;
    }
}
