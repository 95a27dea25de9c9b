package dev.clientele.b2c.analytics.audit;

import dev.clientele.b2c.analytics.CalendarGrid;
import dev.clientele.b2c.analytics.DayRange;
import dev.clientele.b2c.analytics.PurchaseBook;
import dev.clientele.b2c.analytics.cohort.Cohort;
import dev.clientele.b2c.analytics.cohort.CohortTable;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * An audit of a customer base through five lenses. Immutable and thread-safe.
 *
 * @param latest lens 1, on the later period
 * @param change lens 2, from the earlier period to the later
 * @param oldest lens 3, on the oldest cohort with customers; empty if nobody bought
 * @param cohorts lens 4
 * @param periods lens 5, the earliest period first
 */
public record CustomerBaseAudit(
        PeriodProfile latest,
        PeriodComparison change,
        Optional<CohortProfile> oldest,
        CohortComparison cohorts,
        List<CustomerBasePeriod> periods) {

    /** Copies the periods. */
    public CustomerBaseAudit {
        periods = List.copyOf(periods);
    }

    /**
     * Creates the audit of a book.
     *
     * @param before the earlier period to compare
     * @param after the later one, such as the last year; none of it in the earlier
     * @param grid the calendar by which cohorts are made
     * @param lastDay the last day of the data
     */
    public static <C extends Comparable<? super C>> CustomerBaseAudit of(
            PurchaseBook<C> book, DayRange before, DayRange after, CalendarGrid grid, LocalDate lastDay) {
        CohortTable table = CohortTable.of(book, grid, lastDay);
        PeriodComparison change = PeriodComparison.of(book, before, after);
        Optional<Cohort> oldest = table.cohorts().stream()
                .filter(cohort -> cohort.customers() > 0)
                .findFirst();
        return new CustomerBaseAudit(
                change.after(),
                change,
                oldest.map(CohortProfile::of),
                CohortComparison.of(table),
                CustomerBasePeriod.of(table));
    }
}
