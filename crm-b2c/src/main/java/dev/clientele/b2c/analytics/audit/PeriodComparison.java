package dev.clientele.b2c.analytics.audit;

import dev.clientele.b2c.analytics.Buyer;
import dev.clientele.b2c.analytics.DayRange;
import dev.clientele.b2c.analytics.PurchaseBook;
import dev.clientele.b2c.analytics.concentration.DecileMigration;
import dev.clientele.b2c.purchase.MinorUnits;
import dev.clientele.b2c.purchase.PurchaseDays;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/**
 * The second lens: what changed from one period to a later one, customer by customer. The changes of the five groups add up to
 * the change of the whole to the last minor unit. Immutable and thread-safe.
 *
 * @param before the earlier period as the first lens shows it
 * @param after the later period as the first lens shows it
 * @param lost bought in the earlier period only
 * @param gained bought in the later period only
 * @param more bought in both, and spent more in the later
 * @param less bought in both, and spent less in the later
 * @param same bought in both, and spent the same
 * @param migration who moved from which tenth to which
 */
public record PeriodComparison(
        PeriodProfile before,
        PeriodProfile after,
        CustomerFlow lost,
        CustomerFlow gained,
        CustomerFlow more,
        CustomerFlow less,
        CustomerFlow same,
        DecileMigration migration) {

    /**
     * Some of the customers.
     *
     * @param customers how many
     * @param before what they spent in the earlier period
     * @param after what they spent in the later period
     */
    public record CustomerFlow(long customers, Money before, Money after) {

        /** Returns the amount by which their spend rose; negative if it fell. */
        public Money change() {
            return after.minus(before);
        }
    }

    /**
     * Creates the comparison of two periods.
     *
     * @param before the earlier period
     * @param after the later period, none of it in the earlier
     */
    public static <C extends Comparable<? super C>> PeriodComparison of(
            PurchaseBook<C> book, DayRange before, DayRange after) {
        DecileMigration migration = DecileMigration.of(book, before, after);
        FlowTotals lost = new FlowTotals();
        FlowTotals gained = new FlowTotals();
        FlowTotals more = new FlowTotals();
        FlowTotals less = new FlowTotals();
        FlowTotals same = new FlowTotals();
        for (Buyer<C> buyer : book.buyers()) {
            PurchaseDays early = buyer.days().between(before.firstInclusive(), before.lastInclusive());
            PurchaseDays late = buyer.days().between(after.firstInclusive(), after.lastInclusive());
            long was = early.purchases() == 0 ? 0 : early.spendMinor();
            long is = late.purchases() == 0 ? 0 : late.spendMinor();
            if (early.purchases() > 0 && late.purchases() > 0) {
                (is > was ? more : is < was ? less : same).add(was, is);
            } else if (early.purchases() > 0) {
                lost.add(was, 0);
            } else if (late.purchases() > 0) {
                gained.add(0, is);
            }
        }
        CurrencyUnit currency = book.currency();
        return new PeriodComparison(
                PeriodProfile.of(book, before),
                PeriodProfile.of(book, after),
                lost.in(currency),
                gained.in(currency),
                more.in(currency),
                less.in(currency),
                same.in(currency),
                migration);
    }

    /** Returns the number of customers who bought in both periods. */
    public long retained() {
        return more.customers() + less.customers() + same.customers();
    }

    /** Returns the share of the earlier period's customers who bought in the later too; 0 if there were none. */
    public double retention() {
        return before.customers() == 0 ? 0 : (double) retained() / before.customers();
    }

    private static final class FlowTotals {
        private long customers;
        private long before;
        private long after;

        void add(long was, long is) {
            customers++;
            before = MinorUnits.add(before, was);
            after = MinorUnits.add(after, is);
        }

        CustomerFlow in(CurrencyUnit currency) {
            return new CustomerFlow(customers, Money.ofMinor(currency, before), Money.ofMinor(currency, after));
        }
    }
}
