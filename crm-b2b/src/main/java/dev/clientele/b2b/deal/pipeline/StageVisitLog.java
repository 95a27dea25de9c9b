package dev.clientele.b2b.deal.pipeline;

import dev.clientele.core.CrmSession;
import dev.clientele.core.entity.EventLog;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The log of the stage visits that have left the records of the deals of the session's tenant. Thread-safe unless the session
 * is that of a transaction.
 */
public final class StageVisitLog {

    private final EventLog<ArchivedStageVisit> log;

    /** Opens the log of a session. */
    public StageVisitLog(CrmSession session) {
        this.log = session.eventLog(ArchivedStageVisit.TYPE);
    }

    /**
     * Returns every visit of a stored deal, the first one first. It costs a question only if visits have left the deal's
     * record; a log that was pruned gives those that it has.
     */
    public List<StageVisit> visits(Opportunity deal) {
        long count = count(deal);
        if (count == 0) {
            return deal.visits();
        }
        Instant openedAt = deal.require(Opportunity.OPENED_AT);
        List<StageVisit> visits = new ArrayList<>();
        try (Stream<ArchivedStageVisit> archived = log.forSubject(deal.id().value()).oldestFirst().stream()) {
            archived.filter(event -> event.ordinal() < count
                            && event.require(ArchivedStageVisit.OPENED_AT).equals(openedAt))
                    .sorted(Comparator.comparingLong(ArchivedStageVisit::ordinal))
                    .map(ArchivedStageVisit::visit)
                    .forEach(visits::add);
        }
        visits.addAll(deal.visits());
        return Collections.unmodifiableList(visits);
    }

    /** Returns the history of a stored deal with an interval for every visit; otherwise as {@link #visits}. */
    public StageHistory history(Opportunity deal) {
        return StageHistory.of(visits(deal));
    }

    /** Records the visits that leave the record by a change. Does nothing if none does, or if they are there already. */
    void recordLeaving(Opportunity before, Opportunity after) {
        long first = count(before);
        List<StageVisit> leaving = before.visits().subList(0, leaving(before, after));
        List<ArchivedStageVisit> events = new ArrayList<>(leaving.size());
        for (int i = 0; i < leaving.size(); i++) {
            events.add(ArchivedStageVisit.of(before, first + i, leaving.get(i)));
        }
        log.record(events);
    }

    /** Returns the number of visits that leave the record by a change; negative if some were to come back. */
    static int leaving(Opportunity before, Opportunity after) {
        return Math.toIntExact(count(after) - count(before));
    }

    private static long count(Opportunity deal) {
        return deal.earlierVisits().map(EarlierVisits::count).orElse(0L);
    }
}
