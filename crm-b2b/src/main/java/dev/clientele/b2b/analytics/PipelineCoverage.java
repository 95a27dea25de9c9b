package dev.clientele.b2b.analytics;

import dev.clientele.b2b.forecast.Attainment;
import dev.clientele.b2b.forecast.Forecast;
import dev.clientele.b2b.forecast.ForecastPeriod;
import dev.clientele.b2b.hierarchy.Hierarchy;
import dev.clientele.b2b.team.SalesRep;
import dev.clientele.b2b.team.Territory;
import dev.clientele.core.entity.Entity;
import dev.clientele.core.entity.Id;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.joda.money.Money;

/**
 * How far the open deals of a period cover what is left of its quotas. Immutable and thread-safe.
 *
 * <p>An {@link Attainment} says it for one quota: {@link Attainment#coverage()} is what the open deals are worth over what is
 * still missing, {@link Attainment#gap()} the latter. A manager's deals are those of the whole team, a territory's those of all
 * its parts. Who has no quota isn't there.
 *
 * @param period when the deals close
 * @param total against the quota of all, if there is one
 * @param byRep against the quotas of sales representatives
 * @param byTerritory against the quotas of territories
 */
public record PipelineCoverage(
        ForecastPeriod period,
        Optional<Attainment> total,
        Map<Id<SalesRep>, Attainment> byRep,
        Map<Id<Territory>, Attainment> byTerritory) {

    /** Copies the maps. */
    public PipelineCoverage {
        Objects.requireNonNull(period, "period");
        Objects.requireNonNull(total, "total");
        byRep = Collections.unmodifiableMap(new LinkedHashMap<>(byRep));
        byTerritory = Collections.unmodifiableMap(new LinkedHashMap<>(byTerritory));
    }

    /**
     * How those who have a quota stand against it. Pure.
     *
     * @param quotas in the forecast's currency; of those that aren't in the hierarchy, their own deals count
     * @param forecast grouped by them
     * @param hierarchy who belongs to whom
     * @return in the order of the quotas
     */
    public static <R extends Entity<R>> Map<Id<R>, Attainment> against(
            Map<Id<R>, Money> quotas, Forecast<Id<R>> forecast, Hierarchy<R> hierarchy) {
        Map<Id<R>, Forecast<Id<R>>> rolledUp = Forecast.rolledUp(forecast, hierarchy);
        Map<Id<R>, Attainment> attainments = new LinkedHashMap<>();
        quotas.forEach((holder, quota) -> {
            Forecast<Id<R>> theirs = rolledUp.get(holder);
            attainments.put(holder, Attainment.of(quota, theirs == null ? forecast.of(holder) : theirs));
        });
        return attainments;
    }
}
