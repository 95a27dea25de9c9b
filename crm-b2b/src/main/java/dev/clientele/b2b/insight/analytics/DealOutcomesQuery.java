package dev.clientele.b2b.insight.analytics;

import com.google.common.collect.EnumMultiset;
import com.google.common.collect.Multiset;
import dev.clientele.b2b.deal.pipeline.Opportunity;
import dev.clientele.b2b.deal.pipeline.StageKind;
import dev.clientele.core.entity.ColumnField;
import dev.clientele.persistence.criteria.Criteria;
import dev.clientele.persistence.criteria.Group;
import dev.clientele.persistence.criteria.Measure;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The query of outcomes by the values of a field, counted in the database but for deals that have changed since the
 * day.
 */
final class DealOutcomesQuery {

    private DealOutcomesQuery() {}

    static <K> Map<@Nullable K, DealOutcomes> by(ColumnField<Opportunity, K> field, DealsAsOf deals) {
        GroupedCounters<Multiset<StageKind>> counts = new GroupedCounters<>(() -> EnumMultiset.create(StageKind.class));
        DealGrouping key = DealGrouping.of(field);
        for (Group group : deals.figures(Criteria.always(), List.of(field, Opportunity.KIND), Measure.count())) {
            StageKind kind = Opportunity.KIND.valueOf(group.keys().get(1));
            if (kind != null) {
                counts.at(group.keys().get(0)).add(kind, Math.toIntExact(group.count(0)));
            }
        }
        deals.forEachOther(Criteria.never(), deal -> counts.at(key.of(deal)).add(deal.kind()));
        return counts.results(field::valueOf, DealOutcomesQuery::outcomes);
    }

    private static DealOutcomes outcomes(Multiset<StageKind> counts) {
        return new DealOutcomes(
                counts.count(StageKind.OPEN), counts.count(StageKind.WON), counts.count(StageKind.LOST));
    }
}
