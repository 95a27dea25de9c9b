package dev.clientele.b2b.insight.analytics;

import dev.clientele.b2b.deal.pipeline.Opportunity;
import dev.clientele.b2b.deal.pipeline.StageKind;
import dev.clientele.persistence.criteria.Criteria;
import dev.clientele.persistence.criteria.Group;
import dev.clientele.persistence.criteria.Measure;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The query of stalled deals: lets the database count how long won ones took, and reads those that are old alone. */
final class StalledDealsQuery {

    private static final Criteria WON = Opportunity.KIND.is(StageKind.WON);

    private final DealsAsOf deals;
    private final Map<Integer, Long> won = new TreeMap<>();
    private final List<StalledDeals.StalledDeal> open = new ArrayList<>();

    StalledDealsQuery(DealsAsOf deals) {
        this.deals = deals;
    }

    StalledDeals read(double share) {
        Criteria besides = Criteria.never();
        for (Group group : deals.figures(WON, List.of(Opportunity.CYCLE_DAYS), Measure.count())) {
            if (group.keys().get(0) instanceof Long days) {
                won.merge(Math.toIntExact(days), group.count(0), Long::sum);
            } else {
                besides = WON.and(Opportunity.CYCLE_DAYS.isMissing()); // stored before that was kept
            }
        }
        deals.forEachOther(besides, this::add);
        double limit = SalesCycles.ofCounts(won).percentile(share).orElse(Double.NaN);
        if (!Double.isNaN(limit)) {
            deals.unchanged(Opportunity.KIND.is(StageKind.OPEN).and(olderThan(limit)), this::add);
        }
        return StalledDeals.of(share, limit, open);
    }

    private Criteria olderThan(double limit) {
        LocalDate day = deals.day().minusDays((long) Math.floor(limit));
        Instant start = day.atStartOfDay(deals.zone()).toInstant();
        return Opportunity.OPENED_AT.below(start);
    }

    private void add(DealAsOf deal) {
        if (deal.kind() == StageKind.WON) {
            won.merge(deal.age(deals.day()), 1L, Long::sum);
        } else if (deal.kind() == StageKind.OPEN) {
            open.add(new StalledDeals.StalledDeal(deal.deal().id(), deal.last().stage(), deal.age(deals.day())));
        }
    }
}
