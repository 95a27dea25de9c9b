package dev.clientele.b2b.insight.forecast;

import dev.clientele.b2b.team.SalesRep;
import dev.clientele.core.CrmSession;
import dev.clientele.core.entity.ForwardingRepository;
import dev.clientele.core.entity.Id;
import dev.clientele.persistence.criteria.Criteria;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.joda.money.Money;

/** The forecast adjustments of the session's tenant. Thread-safe unless the session is that of a transaction. */
public final class ForecastAdjustments extends ForwardingRepository<ForecastAdjustment> {

    private final CrmSession session;

    /** Opens the adjustments of a session. */
    public ForecastAdjustments(CrmSession session) {
        super(session.repository(ForecastAdjustment.TYPE));
        this.session = session;
    }

    /**
     * Adjusts the forecast of a sales representative. Of several who do it at once each makes an adjustment of its own, one after
     * the other.
     *
     * @param forecast the representative's forecast now, the team's included if there is one, from which the original figure, the weighted amount, is kept
     * @param expected the expected amount, in the same currency
     * @param reason the reason
     */
    public ForecastAdjustment adjust(Id<SalesRep> rep, Forecast<?> forecast, Money expected, String reason) {
        return session.inTransaction(tx -> {
            ForecastAdjustments adjustments = new ForecastAdjustments(tx);
            long round = adjustments.history(rep, forecast.period()).size() + 1L;
            return adjustments.add(ForecastAdjustment.of(rep, forecast.period(), round, forecast.weighted(), expected)
                    .with(ForecastAdjustment.REASON, reason)
                    .with(ForecastAdjustment.MADE_AT, tx.now())
                    .with(ForecastAdjustment.MADE_BY, tx.actor().toString()));
        });
    }

    /** Returns all adjustments of a representative's forecast for a period, the first one first. */
    public List<ForecastAdjustment> history(Id<SalesRep> rep, ForecastPeriod period) {
        try (Stream<ForecastAdjustment> adjustments =
                query(of(period).and(ForecastAdjustment.SALES_REP.is(rep)))
                        .sortedBy(ForecastAdjustment.REVISION)
                        .stream()) {
            return adjustments.toList();
        }
    }

    /** Finds the latest adjustment of each representative for a period. */
    public Map<Id<SalesRep>, ForecastAdjustment> findLatest(ForecastPeriod period) {
        Map<Id<SalesRep>, ForecastAdjustment> latest = new LinkedHashMap<>();
        try (Stream<ForecastAdjustment> adjustments =
                query(of(period)).sortedBy(ForecastAdjustment.REVISION).stream()) {
            adjustments.forEach(adjustment -> latest.put(adjustment.salesRep(), adjustment));
        }
        return latest;
    }

    private static Criteria of(ForecastPeriod period) {
        return ForecastAdjustment.PERIOD_START
                .is(period.startInclusive())
                .and(ForecastAdjustment.PERIOD_END.is(period.endExclusive()));
    }
}
