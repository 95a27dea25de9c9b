package dev.clientele.b2b.insight.forecast;

import com.google.common.collect.Lists;
import dev.clientele.b2b.deal.pipeline.ForecastCategory;
import dev.clientele.b2b.deal.pipeline.Opportunity;
import dev.clientele.b2b.insight.forecast.ForecastSnapshotEntry.DealState;
import dev.clientele.core.CrmSession;
import dev.clientele.core.entity.EventLog;
import dev.clientele.core.entity.Id;
import dev.clientele.core.entity.Repository;
import dev.clientele.core.value.ExchangeRates;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** The forecast snapshots of the session's tenant. Thread-safe unless the session is that of a transaction. */
public final class ForecastSnapshots {

    private static final int BATCH = 1000;

    private final CrmSession session;

    /** Opens the snapshots of a session. */
    public ForecastSnapshots(CrmSession session) {
        this.session = session;
    }

    /** Returns the repository of snapshots, for queries. */
    public Repository<ForecastSnapshot> all() {
        return session.repository(ForecastSnapshot.TYPE);
    }

    /**
     * Stores the state of every deal that closes in a period and isn't left out of forecasts, as all of them are at one moment,
     * each converted at the rate of its close date and rounded, in one transaction. It holds in memory what a snapshot keeps of
     * each deal, some hundred bytes.
     *
     * @throws dev.clientele.core.value.MissingExchangeRateException if a rate is missing; nothing is stored then
     */
    public ForecastSnapshot take(String label, ForecastPeriod period, CurrencyUnit currency, ExchangeRates rates) {
        return session.inTransaction(tx -> {
            List<DealState> states = states(tx, period, currency, rates);
            Instant now = tx.now();
            ForecastSnapshot snapshot = tx.repository(ForecastSnapshot.TYPE)
                    .add(ForecastSnapshot.of(label, now, period, currency, states.size()));
            EventLog<ForecastSnapshotEntry> log = tx.eventLog(ForecastSnapshotEntry.TYPE);
            for (List<DealState> some : Lists.partition(states, BATCH)) {
                log.record(some.stream()
                        .map(state -> ForecastSnapshotEntry.of(snapshot.id(), now, state))
                        .toList());
            }
            return snapshot;
        });
    }

    /** Reads by a single query, which sees one moment on every database; pages would each see their own. */
    private static List<DealState> states(
            CrmSession tx, ForecastPeriod period, CurrencyUnit currency, ExchangeRates rates) {
        try (Stream<Opportunity> deals = tx
                .repository(Opportunity.TYPE)
                .query(Opportunity.CLOSE_DATE
                        .between(period.startInclusive(), period.endExclusive())
                        .and(Opportunity.CATEGORY.isNot(ForecastCategory.OMITTED)))
                .stream()) {
            return deals.map(deal -> DealState.of(deal, value(deal, currency, rates)))
                    .toList();
        }
    }

    private static Money value(Opportunity deal, CurrencyUnit currency, ExchangeRates rates) {
        Money amount = deal.get(Opportunity.AMOUNT);
        return amount == null
                ? Money.zero(currency)
                : rates.convert(amount, currency, deal.require(Opportunity.CLOSE_DATE), RoundingMode.HALF_EVEN);
    }

    /** Returns the states of the deals in a snapshot. */
    public List<ForecastSnapshotEntry> entries(Id<ForecastSnapshot> snapshot) {
        try (Stream<ForecastSnapshotEntry> entries =
                session.eventLog(ForecastSnapshotEntry.TYPE).forSubject(snapshot.value()).stream()) {
            return entries.toList();
        }
    }

    /**
     * Computes the changes from one snapshot to another.
     *
     * @throws IllegalArgumentException if they are in different currencies
     */
    public SnapshotDifference difference(Id<ForecastSnapshot> before, Id<ForecastSnapshot> after) {
        return session.inSnapshot(snapshot -> {
            ForecastSnapshots snapshots = new ForecastSnapshots(snapshot);
            CurrencyUnit currency = snapshots.all().get(before).currency();
            CurrencyUnit other = snapshots.all().get(after).currency();
            if (!currency.equals(other)) {
                throw new IllegalArgumentException(
                        "snapshots must be in one currency, got " + currency + " and " + other);
            }
            return SnapshotDifference.between(currency, snapshots.entries(before), snapshots.entries(after));
        });
    }
}
