package dev.clientele.b2c.analytics.audit;

import dev.clientele.b2c.analytics.cohort.Cohort;
import dev.clientele.b2c.analytics.cohort.CohortCell;
import dev.clientele.b2c.analytics.cohort.CohortTable;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import org.joda.money.Money;

/**
 * The fifth lens: one period of the whole base, and what each cohort brought to it.
 *
 * @param label what people call the period
 * @param newCustomers how many first bought in it
 * @param returningCustomers how many bought in it who had first bought in an earlier one
 * @param purchases how often all of them bought
 * @param spend for how much, all together
 * @param newSpend how much of it is from those who first bought in it
 * @param spendByCohort how much of it is from each cohort, the oldest first, the new one last; they add up to {@code spend}
 * @param complete whether the data go on to the period's last day
 */
public record CustomerBasePeriod(
        String label,
        long newCustomers,
        long returningCustomers,
        long purchases,
        Money spend,
        Money newSpend,
        List<Money> spendByCohort,
        boolean complete) {

    /** Copies the list. */
    public CustomerBasePeriod {
        spendByCohort = List.copyOf(spendByCohort);
    }

    /** Returns the number of customers who bought. */
    public long active() {
        return newCustomers + returningCustomers;
    }

    /**
     * Returns all periods of a table, the earliest first; where the table leaves out those without new customers, those alone in which
     * somebody bought.
     */
    public static List<CustomerBasePeriod> of(CohortTable table) {
        NavigableSet<Long> occupied = new TreeSet<>();
        for (Cohort cohort : table.cohorts()) {
            occupied.add(cohort.period());
            cohort.occupied().forEach(cell -> occupied.add(cell.period()));
        }
        return occupied.stream().map(period -> period(table, period)).toList();
    }

    private static CustomerBasePeriod period(CohortTable table, long period) {
        long fresh = 0;
        long returning = 0;
        long purchases = 0;
        List<Money> spend = new ArrayList<>();
        Money first = Money.zero(table.cohorts().get(0).spend().getCurrencyUnit());
        for (Cohort cohort : table.cohorts()) {
            if (cohort.period() <= period) {
                CohortCell cell = cohort.cells().get(Math.toIntExact(period - cohort.period()));
                boolean isNew = cohort.period() == period;
                fresh += isNew ? cohort.customers() : 0;
                first = isNew ? cell.spend() : first;
                returning += isNew ? 0 : cell.customers();
                purchases += cell.purchases();
                spend.add(cell.spend());
            }
        }
        return new CustomerBasePeriod(
                table.grid().label(period),
                fresh,
                returning,
                purchases,
                Money.total(spend),
                first,
                spend,
                !table.grid().range(period).lastInclusive().isAfter(table.lastDay()));
    }
}
