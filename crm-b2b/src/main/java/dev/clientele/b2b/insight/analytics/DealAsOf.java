package dev.clientele.b2b.insight.analytics;

import dev.clientele.b2b.deal.pipeline.Opportunity;
import dev.clientele.b2b.deal.pipeline.StageHistory;
import dev.clientele.b2b.deal.pipeline.StageKind;
import dev.clientele.b2b.deal.pipeline.StageVisit;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * The state of a deal at the end of a day.
 *
 * @param deal as it is now
 * @param visits those until then, at least one
 * @param zone in which days are counted
 */
record DealAsOf(Opportunity deal, List<StageVisit> visits, ZoneId zone) {

    /** Returns the state of a deal at the end of a day; empty if it wasn't there yet. */
    static Optional<DealAsOf> of(Opportunity deal, LocalDate day, ZoneId zone) {
        List<StageVisit> visits = deal.visits().stream()
                .filter(visit -> !LocalDate.ofInstant(visit.enteredAt(), zone).isAfter(day))
                .toList();
        return visits.isEmpty() ? Optional.empty() : Optional.of(new DealAsOf(deal, visits, zone));
    }

    StageVisit last() {
        return visits.get(visits.size() - 1);
    }

    StageKind kind() {
        return last().kind();
    }

    /** Returns whether nothing has happened since. */
    private boolean isLatest() {
        return visits.size() == deal.visits().size();
    }

    @Nullable
    Money amount() {
        return isLatest() ? deal.get(Opportunity.AMOUNT) : last().amount();
    }

    /** Returns the close date or, without one, the day on which the deal came into its stage. */
    LocalDate closing() {
        LocalDate closing = isLatest() ? deal.get(Opportunity.CLOSE_DATE) : last().closeDate();
        return closing == null ? day(last()) : closing;
    }

    StageHistory history() {
        return StageHistory.of(visits);
    }

    /**
     * Counts the days from the first stage to the closing, to the nearest; of an open deal by the calendar, up to a
     * day.
     */
    int age(LocalDate day) {
        long days = history().cycleDays().orElseGet(() -> ChronoUnit.DAYS.between(day(visits.get(0)), day));
        return Math.toIntExact(days);
    }

    private LocalDate day(StageVisit visit) {
        return LocalDate.ofInstant(visit.enteredAt(), zone);
    }
}
