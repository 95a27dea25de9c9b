package dev.clientele.b2c.analytics.cohort;

import dev.clientele.b2c.analytics.Buyer;
import dev.clientele.b2c.analytics.CalendarGrid;
import dev.clientele.b2c.analytics.DayRange;
import dev.clientele.b2c.analytics.PurchaseBook;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/**
 * Cohorts of customers by the period of their first purchase, and what each did in every period since. Immutable and
 * thread-safe.
 *
 * @param grid the calendar
 * @param lastDay the last day of the data
 * @param cohorts from the period of the first purchase of all to that of the last day, without a gap; of more than {@value
 *     #MOST_PERIODS_WITH_GAPS} periods those alone in which somebody first bought, so that one purchase of the year 1 costs no memory.
 *     Empty if nobody bought
 */
public record CohortTable(CalendarGrid grid, LocalDate lastDay, List<Cohort> cohorts) {

    /** The most periods of which those without new customers are listed. */
    public static final int MOST_PERIODS_WITH_GAPS = 2000;

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
        long to = grid.periodNumber(lastDay);
        NavigableMap<Long, CohortTotals> sums = new TreeMap<>();
        if (to - from < MOST_PERIODS_WITH_GAPS) {
            for (long period = from; period <= to; period++) {
                sums.put(period, new CohortTotals());
            }
        }
        for (Buyer<C> buyer : book.buyers()) {
            if (!buyer.first().isAfter(lastDay)) {
                long period = grid.periodNumber(buyer.first());
                sums.computeIfAbsent(period, some -> new CohortTotals()).add(buyer, grid, period, lastDay);
            }
        }
        List<Cohort> cohorts = new ArrayList<>();
        sums.forEach((period, sum) -> cohorts.add(sum.cohort(book.currency(), grid, period, lastDay)));
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

    /** One cohort while it is added up: by age, where something happened. */
    private static final class CohortTotals {
        private final NavigableMap<Integer, PeriodTotals> ages = new TreeMap<>();
        private long customers;

        void add(Buyer<?> buyer, CalendarGrid grid, long period, LocalDate lastDay) {
            customers++;
            var days = buyer.days();
            int seen = -1;
            for (int i = 0; i < days.size() && !days.day(i).isAfter(lastDay); i++) {
                // a refund that lies before the first purchase that counts belongs to the beginning
                int age = Math.toIntExact(Math.max(0, grid.periodNumber(days.day(i)) - period));
                PeriodTotals sum = ages.computeIfAbsent(age, some -> new PeriodTotals());
                sum.spend = Math.addExact(sum.spend, days.spendMinor(i));
                sum.purchases += days.purchases(i);
                if (days.purchases(i) > 0 && age > seen) {
                    sum.active++;
                    seen = age;
                }
            }
        }

        Cohort cohort(CurrencyUnit currency, CalendarGrid grid, long period, LocalDate lastDay) {
            Map<Integer, CohortCell> occupied = new TreeMap<>();
            ages.forEach((age, sum) -> occupied.put(age, cell(age, sum, currency, grid, period, lastDay)));
            int size = Math.toIntExact(grid.periodNumber(lastDay) - period + 1);
            PeriodTotals nothing = new PeriodTotals();
            return new Cohort(
                    grid.label(period),
                    period,
                    customers,
                    new SparseCells(size, occupied, age -> cell(age, nothing, currency, grid, period, lastDay)));
        }

        private CohortCell cell(
                int age, PeriodTotals sum, CurrencyUnit currency, CalendarGrid grid, long period, LocalDate lastDay) {
            return new CohortCell(
                    age,
                    period + age,
                    sum.active,
                    sum.purchases,
                    Money.ofMinor(currency, sum.spend),
                    customers == 0 ? 0 : (double) sum.active / customers,
                    !grid.range(period + age).lastInclusive().isAfter(lastDay));
        }
    }

    /** The purchases of a cohort in one period, while they are added up. */
    private static final class PeriodTotals {
        private long active;
        private long purchases;
        private long spend;
    }
}
