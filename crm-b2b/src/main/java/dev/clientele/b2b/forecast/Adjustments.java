package dev.clientele.b2b.forecast;

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

/** All adjustments of forecasts of the session's tenant. Thread-safe unless the session is that of a transaction. */
public final class Adjustments extends ForwardingRepository<Adjustment> {

    private final CrmSession session;

    /** Those of a session. */
    public Adjustments(CrmSession session) {
        super(session.repository(Adjustment.TYPE));
        this.session = session;
    }

    /**
     * Says that something else is to be expected of somebody.
     *
     * @param forecast that of the representative now, the team's included if there is one, from which the original figure is
     *     kept: what is weighted
     * @param expected what is expected instead, in the same currency
     * @param reason why
     * @throws dev.clientele.core.error.DuplicateException if somebody else adjusts the same forecast at the same time
     */
    public Adjustment adjust(Id<SalesRep> rep, Forecast<?> forecast, Money expected, String reason) {
        return session.inTransaction(tx -> {
            Adjustments adjustments = new Adjustments(tx);
            long round = adjustments.history(rep, forecast.period()).size() + 1L;
            return adjustments.add(Adjustment.of(rep, forecast.period(), round, forecast.weighted(), expected)
                    .with(Adjustment.REASON, reason)
                    .with(Adjustment.MADE_AT, tx.now())
                    .with(Adjustment.MADE_BY, tx.actor().toString()));
        });
    }

    /** All adjustments of somebody's forecast for a period, the first one first. */
    public List<Adjustment> history(Id<SalesRep> rep, ForecastPeriod period) {
        try (Stream<Adjustment> adjustments =
                query(of(period).and(Adjustment.SALES_REP.is(rep))).sortedBy(Adjustment.ROUND).stream()) {
            return adjustments.toList();
        }
    }

    /** The latest adjustment of each representative for a period. */
    public Map<Id<SalesRep>, Adjustment> latest(ForecastPeriod period) {
        Map<Id<SalesRep>, Adjustment> latest = new LinkedHashMap<>();
        try (Stream<Adjustment> adjustments = query(of(period)).sortedBy(Adjustment.ROUND).stream()) {
            adjustments.forEach(adjustment -> latest.put(adjustment.salesRep(), adjustment));
        }
        return latest;
    }

    private static Criteria of(ForecastPeriod period) {
        return Adjustment.PERIOD_START.is(period.startInclusive()).and(Adjustment.PERIOD_END.is(period.endExclusive()));
    }
}
