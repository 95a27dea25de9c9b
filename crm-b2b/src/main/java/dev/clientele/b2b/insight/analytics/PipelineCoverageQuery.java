package dev.clientele.b2b.insight.analytics;

import dev.clientele.b2b.deal.pipeline.Opportunity;
import dev.clientele.b2b.insight.forecast.Forecast;
import dev.clientele.b2b.insight.forecast.ForecastPeriod;
import dev.clientele.b2b.insight.forecast.ForecastQuery;
import dev.clientele.b2b.insight.forecast.Forecasts;
import dev.clientele.b2b.insight.forecast.QuotaAttainment;
import dev.clientele.b2b.insight.forecast.Quotas;
import dev.clientele.b2b.team.SalesRep;
import dev.clientele.b2b.team.Territory;
import dev.clientele.core.CrmSession;
import dev.clientele.core.entity.Entity;
import dev.clientele.core.entity.EntityType;
import dev.clientele.core.entity.Id;
import dev.clientele.core.entity.ReferenceField;
import dev.clientele.core.hierarchy.Hierarchy;
import dev.clientele.core.value.ExchangeRates;
import dev.clientele.persistence.criteria.Criteria;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** The query of pipeline coverage: sets the amounts of open and won deals, added up by the database, against quotas. */
final class PipelineCoverageQuery {

    private final CrmSession session;
    private final Criteria where;
    private final ForecastPeriod period;
    private final CurrencyUnit currency;
    private final ExchangeRates rates;

    PipelineCoverageQuery(
            CrmSession session, Criteria where, ForecastPeriod period, CurrencyUnit currency, ExchangeRates rates) {
        this.session = session;
        this.where = where;
        this.period = period;
        this.currency = currency;
        this.rates = rates;
    }

    PipelineCoverage read() {
        Quotas quotas = new Forecasts(session).quotas();
        Map<Id<SalesRep>, Money> byRep = converted(quotas.findByRep(period));
        Map<Id<Territory>, Money> byTerritory = converted(quotas.findByTerritory(period));
        Optional<QuotaAttainment> total = quotas.findOverall(period)
                .map(quota -> QuotaAttainment.of(converted(quota), deals().in(currency, rates)));
        return new PipelineCoverage(
                period,
                total,
                against(byRep, Opportunity.OWNER, SalesRep.TYPE, SalesRep.MANAGER),
                against(byTerritory, Opportunity.TERRITORY, Territory.TYPE, Territory.PARENT));
    }

    private <R extends Entity<R>> Map<Id<R>, QuotaAttainment> against(
            Map<Id<R>, Money> quotas,
            ReferenceField<Opportunity, R> by,
            EntityType<R> type,
            ReferenceField<R, R> parent) {
        if (quotas.isEmpty()) {
            return Map.of();
        }
        Forecast<Id<R>> forecast = deals().by(by).in(currency, rates);
        try (Stream<R> records = session.repository(type).all().stream()) {
            return PipelineCoverage.attainments(quotas, forecast, Hierarchy.of(records.toList(), parent));
        }
    }

    private ForecastQuery<Void> deals() {
        return new Forecasts(session).closingIn(period).where(where);
    }

    private <R extends Entity<R>> Map<Id<R>, Money> converted(Map<Id<R>, Money> quotas) {
        Map<Id<R>, Money> converted = new LinkedHashMap<>();
        quotas.forEach((holder, quota) -> converted.put(holder, converted(quota)));
        return converted;
    }

    /** Converts a quota at the rate of the period's first day, on which it begins to hold. */
    private Money converted(Money quota) {
        return rates.convert(quota, currency, period.startInclusive(), RoundingMode.HALF_EVEN);
    }
}
