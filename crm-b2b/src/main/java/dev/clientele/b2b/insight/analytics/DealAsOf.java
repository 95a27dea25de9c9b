package dev.clientele.b2b.insight.analytics;

import dev.clientele.b2b.deal.pipeline.EarlierVisits;
import dev.clientele.b2b.deal.pipeline.Opportunity;
import dev.clientele.b2b.deal.pipeline.StageHistory;
import dev.clientele.b2b.deal.pipeline.StageKind;
import dev.clientele.b2b.deal.pipeline.StageVisit;
import java.time.Instant;
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
 * @param earlier the totals of the visits before these; null if there are none
 * @param visits those until then, at least one
 * @param isLatest whether nothing has happened since
 * @param zone in which days are counted
 */
record DealAsOf(
        Opportunity deal, @Nullable EarlierVisits earlier, List<StageVisit> visits, boolean isLatest, ZoneId zone) {

    /**
     * Returns the state of a deal at the end of a day; empty if it wasn't there yet.
     *
     * @throws IllegalArgumentException if its visits until then have all left its record
     */
    static Optional<DealAsOf> of(Opportunity deal, LocalDate day, ZoneId zone) {
        if (!isInRecord(deal, day, zone)) {
            throw new IllegalArgumentException("the visits of deal " + deal.id() + " until " + day
                    + " have left its record; b2b.insight() asks for them");
        }
        return of(deal, deal.earlierVisits().orElse(null), deal.visits(), day, zone);
    }

    /** Returns the state of a deal of which all visits are given; otherwise as {@link #of(Opportunity, LocalDate, ZoneId)}. */
    static Optional<DealAsOf> of(Opportunity deal, List<StageVisit> all, LocalDate day, ZoneId zone) {
        return of(deal, null, all, day, zone);
    }

    private static Optional<DealAsOf> of(
            Opportunity deal, @Nullable EarlierVisits earlier, List<StageVisit> known, LocalDate day, ZoneId zone) {
        List<StageVisit> visits = known.stream()
                .filter(visit -> isBy(visit.enteredAt(), day, zone))
                .toList();
        return visits.isEmpty()
                ? Optional.empty()
                : Optional.of(new DealAsOf(deal, earlier, visits, visits.size() == known.size(), zone));
    }

    /** Returns whether a deal's record tells its state at the end of a day. */
    static boolean isInRecord(Opportunity deal, LocalDate day, ZoneId zone) {
        return deal.earlierVisits()
                .map(earlier -> !isBy(earlier.openedAt(), day, zone)
                        || deal.visits().stream().findFirst().stream()
                                .anyMatch(visit -> isBy(visit.enteredAt(), day, zone)))
                .orElse(true);
    }

    private static boolean isBy(Instant time, LocalDate day, ZoneId zone) {
        return !LocalDate.ofInstant(time, zone).isAfter(day);
    }

    StageVisit last() {
        return visits.get(visits.size() - 1);
    }

    StageKind kind() {
        return last().kind();
    }

    @Nullable
    Money amount() {
        return isLatest ? deal.get(Opportunity.AMOUNT) : last().amount();
    }

    /** Returns the close date or, without one, the day on which the deal came into its stage. */
    LocalDate closing() {
        LocalDate closing = isLatest ? deal.get(Opportunity.CLOSE_DATE) : last().closeDate();
        return closing == null ? day(last().enteredAt()) : closing;
    }

    StageHistory history() {
        return StageHistory.of(earlier, visits);
    }

    /**
     * Counts the days from the first stage to the closing, to the nearest; of an open deal by the calendar, up to a
     * day.
     */
    int age(LocalDate day) {
        long days = history().cycleDays().orElseGet(() -> ChronoUnit.DAYS.between(day(openedAt()), day));
        return Math.toIntExact(days);
    }

    private Instant openedAt() {
        return earlier == null ? visits.get(0).enteredAt() : earlier.openedAt();
    }

    private LocalDate day(Instant time) {
        return LocalDate.ofInstant(time, zone);
    }
}
