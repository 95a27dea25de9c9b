package dev.clientele.b2c.analytics.cohort;

import dev.clientele.b2c.analytics.Buyer;
import dev.clientele.b2c.analytics.CalendarGrid;
import dev.clientele.b2c.analytics.DayRange;
import dev.clientele.b2c.analytics.PurchaseBook;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/**
 * Cohorts of customers by the period of their first purchase, and what each did in every period since. Immutable and
 * thread-safe.
 *
 * @param grid the calendar
 * @param lastDay the last day of the data
 * @param cohorts from the period of the first purchase of all to that of the last day, without a gap; empty if nobody bought
 */
public record CohortTable(CalendarGrid grid, LocalDate lastDay, List<Cohort> cohorts) {

    /** Copies the cohorts. */
    public CohortTable {
        cohorts = List.copyOf(cohorts);
    }

    /**
     * Groups the customers of a book into cohorts.
     *
     * @param grid by month, week, quarter or year
     * @param lastDay the last day of the data; later purchases, and customers who only came later, are left out
     */
    public static <C extends Comparable<? super C>> CohortTable of(
            PurchaseBook<C> book, CalendarGrid grid, LocalDate lastDay) {
        Optional<LocalDate> first = book.dayRange().map(DayRange::firstInclusive);
        if (first.isEmpty() || first.get().isAfter(lastDay)) {
            return new CohortTable(grid, lastDay, List.of());
        }
        long from = grid.periodNumber(first.get());
        int periods = Math.toIntExact(grid.periodNumber(lastDay) - from + 1);
        List<CohortTotals> sums = new ArrayList<>();
        for (int i = 0; i < periods; i++) {
            sums.add(new CohortTotals(periods - i));
        }
        for (Buyer<C> buyer : book.buyers()) {
            if (!buyer.first().isAfter(lastDay)) {
                int cohort = (int) (grid.periodNumber(buyer.first()) - from);
                sums.get(cohort).add(buyer, grid, from + cohort, lastDay);
            }
        }
        List<Cohort> cohorts = new ArrayList<>();
        for (int i = 0; i < periods; i++) {
            cohorts.add(sums.get(i).cohort(book.currency(), grid, from + i, lastDay));
        }
        return new CohortTable(grid, lastDay, cohorts);
    }

    /** Returns the number of periods that the longest cohort has. */
    public int ages() {
        return cohorts.isEmpty() ? 0 : cohorts.get(0).cells().size();
    }

    /**
     * Returns the retention at an age over all cohorts that have reached it in full, each customer with the same
     * weight.
     *
     * @param age periods since the first purchase, 0 or more
     * @return empty if no cohort with customers has reached it
     */
    public OptionalDouble retention(int age) {
        long customers = 0;
        long active = 0;
        for (Cohort cohort : cohorts) {
            if (age < cohort.cells().size() && cohort.cells().get(age).complete()) {
                customers += cohort.customers();
                active += cohort.cells().get(age).customers();
            }
        }
        return customers == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) active / customers);
    }

    /** One cohort while it is added up. */
    private static final class CohortTotals {
        private final long[] active;
        private final long[] purchases;
        private final long[] spend;
        private long customers;

        CohortTotals(int ages) {
            active = new long[ages];
            purchases = new long[ages];
            spend = new long[ages];
        }

        void add(Buyer<?> buyer, CalendarGrid grid, long period, LocalDate lastDay) {
            customers++;
            var days = buyer.days();
            int seen = -1;
            for (int i = 0; i < days.size() && !days.day(i).isAfter(lastDay); i++) {
                // a refund that lies before the first purchase that counts belongs to the beginning
                int age = (int) Math.max(0, grid.periodNumber(days.day(i)) - period);
                spend[age] = Math.addExact(spend[age], days.spendMinor(i));
                purchases[age] += days.purchases(i);
                if (days.purchases(i) > 0 && age > seen) {
                    active[age]++;
                    seen = age;
                }
            }
        }

        Cohort cohort(CurrencyUnit currency, CalendarGrid grid, long period, LocalDate lastDay) {
            List<CohortCell> cells = new ArrayList<>();
            for (int age = 0; age < active.length; age++) {
                cells.add(new CohortCell(
                        age,
                        period + age,
                        active[age],
                        purchases[age],
                        Money.ofMinor(currency, spend[age]),
                        customers == 0 ? 0 : (double) active[age] / customers,
                        !grid.range(period + age).lastInclusive().isAfter(lastDay)));
            }
            return new Cohort(grid.label(period), period, customers, cells);
        }
    }
}
