package dev.clientele.b2c.analytics.audit;

import dev.clientele.b2c.analytics.cohort.Cohort;
import dev.clientele.b2c.analytics.cohort.CohortCell;
import dev.clientele.b2c.analytics.cohort.CohortTable;
import java.util.ArrayList;
import java.util.List;
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

    /** Returns all periods of a table, the earliest first. */
    public static List<CustomerBasePeriod> of(CohortTable table) {
        List<CustomerBasePeriod> periods = new ArrayList<>();
        for (int i = 0; i < table.cohorts().size(); i++) {
            periods.add(period(table, i));
        }
        return periods;
    }

    private static CustomerBasePeriod period(CohortTable table, int period) {
        Cohort fresh = table.cohorts().get(period);
        CohortCell first = fresh.cells().get(0);
        long returning = 0;
        long purchases = 0;
        List<Money> spend = new ArrayList<>();
        for (int i = 0; i <= period; i++) {
            CohortCell cell = table.cohorts().get(i).cells().get(period - i);
            returning += i < period ? cell.customers() : 0;
            purchases += cell.purchases();
            spend.add(cell.spend());
        }
        return new CustomerBasePeriod(
                fresh.label(),
                fresh.customers(),
                returning,
                purchases,
                Money.total(spend),
                first.spend(),
                spend,
                first.complete());
    }
}
