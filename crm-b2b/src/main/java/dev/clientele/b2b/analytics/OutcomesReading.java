package dev.clientele.b2b.analytics;

import dev.clientele.b2b.pipeline.Opportunity;
import dev.clientele.b2b.pipeline.StageKind;
import dev.clientele.core.entity.ColumnField;
import dev.clientele.persistence.criteria.Criteria;
import dev.clientele.persistence.criteria.Group;
import dev.clientele.persistence.criteria.Measure;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Outcomes by the values of a field, counted in the database but for deals that have changed since the day. */
final class OutcomesReading {

    private OutcomesReading() {}

    static <K> Map<@Nullable K, Outcomes> by(ColumnField<Opportunity, K> field, DealsAsOf deals) {
        Tallies<Map<StageKind, Long>> counts = new Tallies<>(() -> new EnumMap<>(StageKind.class));
        DealKey key = DealKey.of(field);
        for (Group group : deals.figures(Criteria.always(), List.of(field, Opportunity.KIND), Measure.count())) {
            StageKind kind = Opportunity.KIND.valueOf(group.keys().get(1));
            if (kind != null) {
                counts.at(group.keys().get(0)).merge(kind, group.count(0), Long::sum);
            }
        }
        deals.others(Criteria.never(), deal -> counts.at(key.of(deal)).merge(deal.kind(), 1L, Long::sum));
        return counts.results(field::valueOf, OutcomesReading::outcomes);
    }

    private static Outcomes outcomes(Map<StageKind, Long> counts) {
        return new Outcomes(
                counts.getOrDefault(StageKind.OPEN, 0L),
                counts.getOrDefault(StageKind.WON, 0L),
                counts.getOrDefault(StageKind.LOST, 0L));
    }
}
