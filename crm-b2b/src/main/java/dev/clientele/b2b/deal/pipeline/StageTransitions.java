package dev.clientele.b2b.deal.pipeline;

import dev.clientele.core.error.InvalidValueException;
import dev.clientele.core.error.ViolationCode;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The moves of a deal: every field that depends on the stage changes with it. Pure functions. */
final class StageTransitions {

    /** The number of visits that stay in the record when the oldest leave it. */
    static final int KEPT_VISITS = Opportunity.VISITS_IN_RECORD / 2;

    private StageTransitions() {}

    static Opportunity open(Opportunity deal, Pipeline pipeline, Instant at) {
        if (!deal.visits().isEmpty()) {
            throw new IllegalStateException("this opportunity has been opened already");
        }
        return enter(deal, pipeline, pipeline.firstStage(), at, null);
    }

    static Opportunity move(Opportunity deal, Pipeline pipeline, Stage stage, Instant at) {
        if (!stage.isOpen()) {
            throw new InvalidValueException(
                    "stage", ViolationCode.FORM, "must be open, got " + stage.id() + ": use won or lost");
        }
        return enter(deal, pipeline, stage, at, null);
    }

    private static Opportunity enter(
            Opportunity deal, Pipeline pipeline, Stage stage, Instant at, @Nullable String reason) {
        List<StageVisit> visits = new ArrayList<>(deal.visits());
        Instant when = notBeforeLast(visits, at);
        Opportunity moved = defaults(
                deal.without(Opportunity.LEARNED_PROBABILITY)
                        .with(Opportunity.PIPELINE, pipeline.id())
                        .with(Opportunity.STAGE, stage.id())
                        .with(Opportunity.KIND, stage.kind())
                        .with(Opportunity.STAGE_SINCE, when)
                        .with(Opportunity.OPENED_AT, deal.getOrDefault(Opportunity.OPENED_AT, when)),
                pipeline);
        if (stage.isOpen()) {
            moved = moved.without(Opportunity.CLOSED_AT)
                    .without(Opportunity.CLOSE_REASON)
                    .without(Opportunity.COMPETITOR);
        } else {
            moved = moved.with(Opportunity.CLOSED_AT, when).with(Opportunity.CLOSE_REASON, reason);
        }
        visits.add(new StageVisit(
                pipeline.id(),
                pipeline.version(),
                stage.id(),
                stage.kind(),
                pipeline.position(stage),
                when,
                moved.get(Opportunity.AMOUNT),
                moved.probability(),
                moved.get(Opportunity.CLOSE_DATE),
                moved.get(Opportunity.CLOSE_REASON)));
        EarlierVisits earlier = moved.get(Opportunity.EARLIER_VISITS);
        if (!deal.isNew() && visits.size() > Opportunity.VISITS_IN_RECORD) {
            int leaving = visits.size() - KEPT_VISITS;
            earlier = EarlierVisits.plus(earlier, visits, leaving);
            visits = visits.subList(leaving, visits.size());
        }
        return withVisits(moved.with(Opportunity.EARLIER_VISITS, earlier), visits);
    }

    /** Returns the deal with these visits and the figures that follow from them. */
    private static Opportunity withVisits(Opportunity deal, List<StageVisit> visits) {
        StageHistory history = StageHistory.of(deal.get(Opportunity.EARLIER_VISITS), visits);
        return deal.with(Opportunity.VISITS, List.copyOf(visits))
                .with(
                        Opportunity.FURTHEST_STAGE,
                        history.furthestOpen(deal.pipeline()).orElse(null))
                .with(Opportunity.CLOSED_FROM, history.closedFrom().orElse(null))
                .with(Opportunity.CYCLE_DAYS, history.cycleDays().orElse(null));
    }

    private static int latestOpen(List<StageVisit> visits) {
        int place = visits.size() - 1;
        while (place >= 0 && visits.get(place).kind() != StageKind.OPEN) {
            place--;
        }
        return place;
    }

    /** Returns the deal with another time of entry into the latest open stage, within those of the visits around it. */
    static Opportunity correctEntry(Opportunity deal, Instant at) {
        List<StageVisit> visits = new ArrayList<>(deal.visits());
        int place = latestOpen(visits);
        if (place < 0) {
            throw new IllegalStateException("this opportunity was never in an open stage");
        }
        Instant when = notBeforeLast(visits.subList(0, place), at);
        if (place + 1 < visits.size() && when.isAfter(visits.get(place + 1).enteredAt())) {
            when = visits.get(place + 1).enteredAt();
        }
        visits.set(place, visits.get(place).withEnteredAt(when));
        return withTimes(deal, visits);
    }

    /** Returns the closed deal with another time, day and reason of its closing. */
    static Opportunity correctClosing(Opportunity deal, Instant at, LocalDate closedOn, @Nullable String reason) {
        if (deal.isOpen()) {
            throw new IllegalStateException("this opportunity isn't closed");
        }
        List<StageVisit> visits = new ArrayList<>(deal.visits());
        int last = visits.size() - 1;
        visits.set(
                last,
                visits.get(last)
                        .withEnteredAt(notBeforeLast(visits.subList(0, last), at))
                        .withClosing(closedOn, reason));
        return withTimes(deal.with(Opportunity.CLOSE_DATE, closedOn).with(Opportunity.CLOSE_REASON, reason), visits);
    }

    private static Opportunity withTimes(Opportunity deal, List<StageVisit> visits) {
        Instant since = visits.get(visits.size() - 1).enteredAt();
        Opportunity timed = deal.with(Opportunity.STAGE_SINCE, since)
                .with(
                        Opportunity.OPENED_AT,
                        deal.earlierVisits()
                                .map(EarlierVisits::openedAt)
                                .orElse(visits.get(0).enteredAt()))
                .with(Opportunity.CLOSED_AT, deal.isOpen() ? null : since);
        return withVisits(timed, visits);
    }

    static Opportunity close(
            Opportunity deal, Pipeline pipeline, Stage stage, Instant at, LocalDate closedOn, @Nullable String reason) {
        return enter(deal.with(Opportunity.CLOSE_DATE, closedOn), pipeline, stage, at, reason);
    }

    /**
     * Returns the deal with the probability and category that hold: by hand or learned while it is open, else the
     * stage's.
     */
    static Opportunity defaults(Opportunity deal, Pipeline pipeline) {
        Stage stage = pipeline.stage(deal.stage());
        if (!stage.isOpen()) {
            return deal.with(Opportunity.PROBABILITY, stage.probability()).with(Opportunity.CATEGORY, stage.category());
        }
        BigDecimal learned = deal.getOrDefault(Opportunity.LEARNED_PROBABILITY, stage.probability());
        return deal.with(Opportunity.PROBABILITY, deal.getOrDefault(Opportunity.MANUAL_PROBABILITY, learned))
                .with(Opportunity.CATEGORY, deal.getOrDefault(Opportunity.MANUAL_CATEGORY, stage.category()));
    }

    /**
     * Returns the time of a move, not before the last: clocks of two machines may disagree; the order of moves doesn't.
     */
    private static Instant notBeforeLast(List<StageVisit> visits, Instant at) {
        Instant kept = at.truncatedTo(ChronoUnit.MICROS);
        if (visits.isEmpty()) {
            return kept;
        }
        Instant last = visits.get(visits.size() - 1).enteredAt();
        return kept.isBefore(last) ? last : kept;
    }
}
