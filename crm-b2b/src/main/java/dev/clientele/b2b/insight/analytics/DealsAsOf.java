package dev.clientele.b2b.insight.analytics;

import com.google.common.collect.Comparators;
import dev.clientele.b2b.deal.pipeline.Opportunity;
import dev.clientele.b2b.deal.pipeline.StageVisitLog;
import dev.clientele.core.CrmSession;
import dev.clientele.core.entity.Field;
import dev.clientele.core.entity.OrderedField;
import dev.clientele.core.entity.Repository;
import dev.clientele.core.entity.Selection;
import dev.clientele.persistence.criteria.Criteria;
import dev.clientele.persistence.criteria.Group;
import dev.clientele.persistence.criteria.Measure;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * The deals as they were at the end of a day. Those to which nothing has happened since stand as they stood, so that
 * the database can count them; only the others are read. Belongs to one snapshot; not thread-safe.
 */
final class DealsAsOf {

    private static final LocalDate FIRST = LocalDate.of(1, 1, 2);
    private static final LocalDate LAST = LocalDate.of(9999, 12, 30);

    private final Repository<Opportunity> deals;
    private final StageVisitLog visits;
    private final Criteria where;
    private final LocalDate day;
    private final ZoneId zone;
    private final Instant end;
    private final boolean changed;

    /** Takes the deals that meet a criteria now. */
    DealsAsOf(CrmSession snapshot, Criteria where, LocalDate day) {
        this.deals = snapshot.repository(Opportunity.TYPE);
        this.visits = new StageVisitLog(snapshot);
        this.where = where;
        this.day = day;
        this.zone = snapshot.clock().getZone();
        LocalDate counted = Comparators.max(FIRST, Comparators.min(day, LAST));
        this.end = counted.plusDays(1).atStartOfDay(zone).toInstant();
        this.changed = deals.query(where.and(since())).count() > 0;
    }

    private Criteria since() {
        return Opportunity.STAGE_SINCE.atLeast(end);
    }

    /** Returns the criteria of deals to which nothing has happened since. */
    private Criteria unchanged() {
        return changed ? where.and(Opportunity.STAGE_SINCE.below(end)) : where;
    }

    LocalDate day() {
        return day;
    }

    ZoneId zone() {
        return zone;
    }

    /** Computes figures over those deals of a kind to which nothing has happened since the day. */
    List<Group> figures(Criteria of, List<? extends Field<Opportunity, ?>> keys, Measure... measures) {
        return selection(of).aggregate(keys, List.of(measures));
    }

    /** Computes figures as {@link #figures(Criteria, List, Measure...)}, with days grouped by ranges. */
    List<Group> figures(
            Criteria of,
            List<? extends Field<Opportunity, ?>> keys,
            Map<OrderedField<Opportunity, LocalDate>, List<LocalDate>> starts,
            List<Measure> measures) {
        return selection(of).aggregate(keys, starts, measures);
    }

    /** Selects those deals of a kind to which nothing has happened since the day. */
    Selection<Opportunity> selection(Criteria of) {
        return deals.query(unchanged().and(of));
    }

    /** Passes on those deals of a kind to which nothing has happened since the day, one by one. */
    void unchanged(Criteria of, Consumer<DealAsOf> each) {
        read(unchanged().and(of), each);
    }

    /** Passes on the deals to which something has happened since, and those of a kind beside them, one by one. */
    void forEachOther(Criteria besides, Consumer<DealAsOf> each) {
        List<Criteria> others = new ArrayList<>();
        if (changed) {
            others.add(since());
        }
        if (!besides.equals(Criteria.never())) {
            others.add(besides);
        }
        if (!others.isEmpty()) {
            read(where.and(Criteria.anyOf(others)), each);
        }
    }

    private void read(Criteria criteria, Consumer<DealAsOf> each) {
        List<Opportunity> archived = new ArrayList<>();
        try (Stream<Opportunity> found = deals.query(criteria).stream()) {
            found.forEach(deal -> {
                if (DealAsOf.isInRecord(deal, day, zone)) {
                    DealAsOf.of(deal, day, zone).ifPresent(each);
                } else {
                    archived.add(deal);
                }
            });
        }
        archived.forEach(
                deal -> DealAsOf.of(deal, visits.visits(deal), day, zone).ifPresent(each));
    }
}
