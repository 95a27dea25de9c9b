package dev.clientele.b2b.insight.forecast;

import dev.clientele.b2b.team.SalesRep;
import dev.clientele.b2b.team.Territory;
import dev.clientele.core.CrmSession;
import dev.clientele.core.entity.ForwardingRepository;
import dev.clientele.core.entity.Id;
import dev.clientele.persistence.criteria.Criteria;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.joda.money.Money;

/** The quotas of the session's tenant. Thread-safe unless the session is that of a transaction. */
public final class Quotas extends ForwardingRepository<Quota> {

    private final CrmSession session;

    /** Opens the quotas of a session. */
    public Quotas(CrmSession session) {
        super(session.repository(Quota.TYPE));
        this.session = session;
    }

    /** Stores a quota, in place of the one that the same holder has for the same period. */
    public Quota replace(Quota quota) {
        return session.inTransaction(tx -> {
            Quotas quotas = new Quotas(tx);
            return quotas.save(quotas.getOrAdd(quota).with(Quota.AMOUNT, quota.amount()));
        });
    }

    /** Finds the quotas of sales representatives for a period. */
    public Map<Id<SalesRep>, Money> findByRep(ForecastPeriod period) {
        Map<Id<SalesRep>, Money> amounts = new LinkedHashMap<>();
        try (Stream<Quota> quotas = query(of(period).and(Quota.SALES_REP.isPresent())).stream()) {
            quotas.forEach(quota -> amounts.put(quota.require(Quota.SALES_REP), quota.amount()));
        }
        return amounts;
    }

    /** Finds the quotas of territories for a period. */
    public Map<Id<Territory>, Money> findByTerritory(ForecastPeriod period) {
        Map<Id<Territory>, Money> amounts = new LinkedHashMap<>();
        try (Stream<Quota> quotas = query(of(period).and(Quota.TERRITORY.isPresent())).stream()) {
            quotas.forEach(quota -> amounts.put(quota.require(Quota.TERRITORY), quota.amount()));
        }
        return amounts;
    }

    /** Finds the quota of the whole company for a period. */
    public Optional<Money> findOverall(ForecastPeriod period) {
        return query(of(period).and(Quota.HOLDER.is("all"))).first().map(Quota::amount);
    }

    private static Criteria of(ForecastPeriod period) {
        return Quota.PERIOD_START.is(period.startInclusive()).and(Quota.PERIOD_END.is(period.endExclusive()));
    }
}
