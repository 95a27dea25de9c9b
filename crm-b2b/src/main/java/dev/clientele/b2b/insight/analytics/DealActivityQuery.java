package dev.clientele.b2b.insight.analytics;

import com.google.common.collect.Lists;
import dev.clientele.b2b.deal.pipeline.Opportunity;
import dev.clientele.b2b.deal.pipeline.StageKind;
import dev.clientele.core.CrmSession;
import dev.clientele.core.entity.EventLog.EventSelection;
import dev.clientele.core.entity.Id;
import dev.clientele.core.interaction.Direction;
import dev.clientele.core.interaction.Interaction;
import dev.clientele.persistence.LogType;
import dev.clientele.persistence.criteria.Criteria;
import dev.clientele.persistence.criteria.Group;
import dev.clientele.persistence.criteria.Measure;
import dev.clientele.persistence.criteria.Operator;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

/** The query of deals' interactions on the timeline. */
final class DealActivityQuery {

    private static final List<Measure> COUNT_AND_LAST = List.of(Measure.count(), Measure.max(LogType.OCCURRED_AT));

    private static final int PAGE = 1000;

    private final CrmSession session;
    private final Instant now;

    DealActivityQuery(CrmSession session) {
        this.session = session;
        this.now = session.now();
    }

    /** Counts a deal's interactions in the database. */
    DealActivity of(Id<Opportunity> deal) {
        List<Group> groups = session.timeline()
                .forRecord(deal)
                .and(Criteria.compare(LogType.OCCURRED_AT, Operator.AT_MOST, now))
                .aggregate(List.of(Interaction.CHANNEL, Interaction.DIRECTION), COUNT_AND_LAST);
        return new DealActivity(
                deal, now, groups.stream().map(DealActivityQuery::count).toList());
    }

    private static DealActivity.ActivityCount count(Group group) {
        return new DealActivity.ActivityCount(
                Objects.requireNonNull(Interaction.CHANNEL.valueOf(group.keys().get(0))),
                Objects.requireNonNull(
                        Interaction.DIRECTION.valueOf(group.keys().get(1))),
                group.count(0),
                (Instant) Objects.requireNonNull(group.values().get(1)));
    }

    /** Finds inactive deals: of some hundreds of open deals at a time the database tells which have had interactions. */
    InactiveDeals inactiveDeals(Criteria where, int days) {
        if (days < 1) {
            throw new IllegalArgumentException("days must be at least 1, got " + days);
        }
        Instant since = now.minus(Duration.ofDays(days));
        EventSelection<Interaction> touches = session.timeline()
                .all()
                .and(Criteria.compare(LogType.OCCURRED_AT, Operator.AT_LEAST, since))
                .and(Criteria.compare(LogType.OCCURRED_AT, Operator.AT_MOST, now))
                .and(Interaction.DIRECTION.isNot(Direction.INTERNAL));
        Criteria open = Opportunity.KIND.is(StageKind.OPEN).and(Opportunity.OPENED_AT.below(since));
        List<OpenDeal> inactive = new ArrayList<>();
        session.repository(Opportunity.TYPE)
                .query(where.and(open))
                .columns(List.of(Opportunity.OPENED_AT))
                .forEachPage(PAGE, deals -> {
                    List<UUID> ids =
                            deals.stream().map(deal -> deal.id().value()).toList();
                    Set<UUID> touched = touches.aggregateBySubject(ids, List.of(), List.of(Measure.count()))
                            .keySet();
                    deals.stream()
                            .filter(deal -> !touched.contains(deal.id().value()))
                            .map(deal -> new OpenDeal(deal.require(Opportunity.OPENED_AT), deal.id()))
                            .forEach(inactive::add);
                });
        inactive.sort(Comparator.comparing(OpenDeal::openedAt)); // of equals the lower id first, as before
        return new InactiveDeals(since, Lists.transform(inactive, OpenDeal::deal));
    }

    /** The facts kept of a deal until all are in order. */
    private record OpenDeal(Instant openedAt, Id<Opportunity> deal) {}
}
