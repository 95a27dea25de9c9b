package dev.clientele.b2c.analytics.audit;

import dev.clientele.b2c.analytics.audit.CohortProfile.CohortAge;
import dev.clientele.b2c.analytics.cohort.CohortTable;
import java.util.List;
import java.util.Optional;

/**
 * The fourth lens: cohorts at the same age, side by side, so that one sees whether later customers are better or worse than
 * earlier ones were. Immutable and thread-safe.
 *
 * @param cohorts the oldest first; those without customers are left out
 */
public record CohortComparison(List<CohortProfile> cohorts) {

    /** Copies the cohorts. */
    public CohortComparison {
        cohorts = List.copyOf(cohorts);
    }

    /** Creates the comparison of all cohorts of a table. */
    public static CohortComparison of(CohortTable table) {
        return new CohortComparison(table.cohorts().stream()
                .filter(cohort -> cohort.customers() > 0)
                .map(CohortProfile::of)
                .toList());
    }

    /**
     * Returns all cohorts at one age, those left out that haven't reached it in full.
     *
     * @param age periods since the first purchase, 0 or more
     */
    public List<CohortAtAge> atAge(int age) {
        return cohorts.stream()
                .filter(cohort ->
                        age < cohort.ages().size() && cohort.ages().get(age).complete())
                .map(cohort -> new CohortAtAge(
                        cohort.label(), cohort.customers(), cohort.ages().get(age)))
                .toList();
    }

    /**
     * A cohort at one age.
     *
     * @param label what people call the cohort
     * @param customers how many it has
     * @param figures what it did
     */
    public record CohortAtAge(String label, long customers, CohortAge figures) {}

    /**
     * Returns the trend from the cohort before to the latest that has reached an age: spend per customer so far, later
     * over earlier.
     *
     * @return above 1 if the later cohort is worth more; empty if fewer than two cohorts have got there, or the earlier spent
     *     nothing
     */
    public Optional<Double> trend(int age) {
        List<CohortAtAge> all = atAge(age);
        if (all.size() < 2) {
            return Optional.empty();
        }
        double later = all.get(all.size() - 1).figures().spendPerCustomerSoFar();
        double earlier = all.get(all.size() - 2).figures().spendPerCustomerSoFar();
        return earlier > 0 ? Optional.of(later / earlier) : Optional.empty();
    }
}
