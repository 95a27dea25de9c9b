package dev.clientele.b2b.insight.analytics;

import com.google.common.collect.ImmutableMap;
import dev.clientele.b2b.insight.forecast.Forecast;
import dev.clientele.b2b.insight.forecast.ForecastPeriod;
import dev.clientele.b2b.insight.forecast.QuotaAttainment;
import dev.clientele.b2b.team.SalesRep;
import dev.clientele.b2b.team.Territory;
import dev.clientele.core.entity.Entity;
import dev.clientele.core.entity.Id;
import dev.clientele.core.hierarchy.Hierarchy;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.joda.money.Money;

/**
 * The coverage of quotas by the open deals of a period. Immutable and thread-safe.
 *
 * <p>An {@link QuotaAttainment} says it for one quota: {@link QuotaAttainment#coverage()} is what the open deals are
 * worth over what is still missing, {@link QuotaAttainment#gap()} the latter. A manager's deals are those of the whole
 * team, a territory's those of all its parts. Who has no quota isn't there.
 *
 * @param period the period in which the deals close
 * @param total the attainment of the company's quota, if there is one
 * @param byRep the attainment of the quotas of sales representatives
 * @param byTerritory the attainment of the quotas of territories
 */
public record PipelineCoverage(
        ForecastPeriod period,
        Optional<QuotaAttainment> total,
        Map<Id<SalesRep>, QuotaAttainment> byRep,
        Map<Id<Territory>, QuotaAttainment> byTerritory) {

    /** Copies the maps. */
    public PipelineCoverage {
        Objects.requireNonNull(period, "period");
        Objects.requireNonNull(total, "total");
        byRep = ImmutableMap.copyOf(byRep);
        byTerritory = ImmutableMap.copyOf(byTerritory);
    }

    /**
     * Computes the attainment of each quota. Pure.
     *
     * @param quotas in the forecast's currency; of those that aren't in the hierarchy, their own deals count
     * @param forecast grouped by them
     * @param hierarchy who belongs to whom
     * @return in the order of the quotas
     */
    public static <R extends Entity<R>> Map<Id<R>, QuotaAttainment> attainments(
            Map<Id<R>, Money> quotas, Forecast<Id<R>> forecast, Hierarchy<R> hierarchy) {
        Map<Id<R>, Forecast<Id<R>>> rolledUp = Forecast.rollUp(forecast, hierarchy);
        Map<Id<R>, QuotaAttainment> attainments = new LinkedHashMap<>();
        quotas.forEach((holder, quota) -> {
            Forecast<Id<R>> theirs = rolledUp.get(holder);
            attainments.put(holder, QuotaAttainment.of(quota, theirs == null ? forecast.forKey(holder) : theirs));
        });
        return attainments;
    }
}
