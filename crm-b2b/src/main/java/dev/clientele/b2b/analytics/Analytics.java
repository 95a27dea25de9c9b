package dev.clientele.b2b.analytics;

import dev.clientele.b2b.pipeline.Opportunity;
import dev.clientele.b2b.pipeline.Pipeline;
import dev.clientele.core.CrmSession;
import dev.clientele.core.entity.ColumnField;
import dev.clientele.core.value.ExchangeRates;
import dev.clientele.persistence.criteria.Criteria;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;

/**
 * Figures over the deals of the session's tenant that the actor may see. Days are those of the session clock's zone. Immutable;
 * thread-safe unless the session is that of a transaction.
 *
 * <p>The database counts and adds up the deals to which nothing has happened since the day that is asked for, which are all when
 * that is today; only the others are read one by one. {@link #winLossBy(Function, LocalDate, CurrencyUnit, ExchangeRates)} always
 * reads one by one, since a function can't be sent to a database. Either way the figures are the same.
 */
public final class Analytics {

    private final CrmSession session;
    private final Criteria where;

    private Analytics(CrmSession session, Criteria where) {
        this.session = Objects.requireNonNull(session, "session");
        this.where = where;
    }

    /** Over all deals of a session. */
    public static Analytics in(CrmSession session) {
        return new Analytics(session, Criteria.always());
    }

    /** Over deals alone that also meet this, as they are now. */
    public Analytics where(Criteria criteria) {
        return new Analytics(session, where.and(criteria));
    }

    /**
     * What was won and lost until a day.
     *
     * @throws dev.clientele.core.value.MissingRateException if a rate is missing
     */
    public WinLoss winLoss(LocalDate day, CurrencyUnit currency, ExchangeRates rates) {
        return asOf(day, deals -> new WinLossReading<Void>(deals, null, currency, rates).total());
    }

    /** As {@link #winLoss} by a key: the owner's office, the account's industry, whatever a function finds in a deal. */
    public <K extends @Nullable Object> Map<K, WinLoss> winLossBy(
            Function<Opportunity, K> key, LocalDate day, CurrencyUnit currency, ExchangeRates rates) {
        return over(deals -> WinLoss.by(deals, key, day, zone(), currency, rates));
    }

    /**
     * As {@link #winLoss} by a field: the owner, the account, the reason.
     *
     * @return sorted by stored value; deals without one come last, under null
     */
    public <K> Map<@Nullable K, WinLoss> winLossBy(
            ColumnField<Opportunity, K> field, LocalDate day, CurrencyUnit currency, ExchangeRates rates) {
        return asOf(day, deals -> new WinLossReading<>(deals, field, currency, rates).read());
    }

    /**
     * How many deals were open, won and lost on a day by a field: the win rates of owners, say.
     *
     * @return sorted by stored value; deals without one come last, under null
     */
    public <K> Map<@Nullable K, Outcomes> outcomesBy(ColumnField<Opportunity, K> field, LocalDate day) {
        return asOf(day, deals -> OutcomesReading.by(field, deals));
    }

    /** The open deals on a day that were older than a share of all won ones until then; see {@link Stalled#of}. */
    public Stalled stalled(LocalDate day, double share) {
        return asOf(day, deals -> new StalledReading(deals).read(share));
    }

    /** How far the deals of a pipeline had come on a day. */
    public Funnel funnel(Pipeline pipeline, LocalDate day) {
        return asOf(day, deals -> new FunnelCount(pipeline).over(deals));
    }

    private ZoneId zone() {
        return session.clock().getZone();
    }

    private <R> R asOf(LocalDate day, Function<DealsAsOf, R> work) {
        return session.inSnapshot(snapshot -> work.apply(new DealsAsOf(snapshot, where, day)));
    }

    private <R> R over(Function<Stream<Opportunity>, R> work) {
        try (Stream<Opportunity> deals = session.repository(Opportunity.TYPE).query(where).stream()) {
            return work.apply(deals);
        }
    }
}
