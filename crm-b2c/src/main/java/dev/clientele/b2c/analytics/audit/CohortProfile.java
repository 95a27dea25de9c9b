package dev.clientele.b2c.analytics.audit;

import dev.clientele.b2c.analytics.cohort.Cohort;
import dev.clientele.b2c.analytics.cohort.CohortCell;
import java.util.ArrayList;
import java.util.List;
import org.joda.money.Money;

/**
 * The third lens: one cohort as it ages. Immutable and thread-safe.
 *
 * @param label what people call the cohort
 * @param customers how many it has
 * @param ages period by period, that of the first purchase first
 */
public record CohortProfile(String label, long customers, List<CohortAge> ages) {

    /** Copies the ages. */
    public CohortProfile {
        ages = List.copyOf(ages);
    }

    /**
     * A cohort at one age. Rates are 0 where there is nobody to take them over.
     *
     * @param age periods since the first purchase
     * @param spend what the cohort spent in this period
     * @param activeShare the share of the cohort that bought in it
     * @param purchasesPerActive how often those bought
     * @param spendPerPurchase for how much each time, in major units
     * @param spendPerCustomerSoFar what the cohort has spent up to the end of this period, per customer it began with, in major
     *     units
     * @param complete whether the data go on to the period's last day
     */
    public record CohortAge(
            int age,
            Money spend,
            double activeShare,
            double purchasesPerActive,
            double spendPerPurchase,
            double spendPerCustomerSoFar,
            boolean complete) {}

    /** Creates the profile of a cohort. */
    public static CohortProfile of(Cohort cohort) {
        List<CohortAge> ages = new ArrayList<>();
        Money soFar = null;
        for (CohortCell cell : cohort.cells()) {
            soFar = soFar == null ? cell.spend() : soFar.plus(cell.spend());
            ages.add(new CohortAge(
                    cell.age(),
                    cell.spend(),
                    cell.retention(),
                    ratio((double) cell.purchases(), cell.customers()),
                    ratio(cell.spend().getAmount().doubleValue(), cell.purchases()),
                    ratio(soFar.getAmount().doubleValue(), cohort.customers()),
                    cell.complete()));
        }
        return new CohortProfile(cohort.label(), cohort.customers(), ages);
    }

    private static double ratio(double part, long of) {
        return of == 0 ? 0 : part / of;
    }
}
