package dev.clientele.b2b.analytics;

import dev.clientele.b2b.pipeline.Opportunity;
import dev.clientele.b2b.pipeline.StageKind;
import dev.clientele.persistence.criteria.Criteria;
import dev.clientele.persistence.criteria.Group;
import dev.clientele.persistence.criteria.Measure;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Finds deals that have stalled: lets the database count how long won ones took, and reads those that are old alone. */
final class StalledReading {

    private static final Criteria WON = Opportunity.KIND.is(StageKind.WON);

    private final DealsAsOf deals;
    private final Map<Integer, Long> won = new TreeMap<>();
    private final List<Stalled.Stall> open = new ArrayList<>();

    StalledReading(DealsAsOf deals) {
        this.deals = deals;
    }

    Stalled read(double share) {
        Criteria besides = Criteria.never();
        for (Group group : deals.figures(WON, List.of(Opportunity.CYCLE_DAYS), Measure.count())) {
            if (group.keys().get(0) instanceof Long days) {
                won.merge(Math.toIntExact(days), group.count(0), Long::sum);
            } else {
                besides = WON.and(Opportunity.CYCLE_DAYS.isMissing()); // stored before that was kept
            }
        }
        deals.others(besides, this::add);
        double limit = Cycles.counted(won).percentile(share).orElse(Double.NaN);
        if (!Double.isNaN(limit)) {
            deals.unchanged(Opportunity.KIND.is(StageKind.OPEN).and(olderThan(limit)), this::add);
        }
        return Stalled.of(share, limit, open);
    }

    private Criteria olderThan(double limit) {
        LocalDate day = deals.day().minusDays((long) Math.floor(limit));
        Instant start = day.atStartOfDay(deals.zone()).toInstant();
        return Opportunity.OPENED_AT.below(start);
    }

    private void add(DealOn deal) {
        if (deal.kind() == StageKind.WON) {
            won.merge(deal.age(deals.day()), 1L, Long::sum);
        } else if (deal.kind() == StageKind.OPEN) {
            open.add(new Stalled.Stall(deal.deal().id(), deal.last().stage(), deal.age(deals.day())));
        }
    }
}
