package dev.clientele.b2b.analytics;

import dev.clientele.b2b.pipeline.Opportunity;
import dev.clientele.b2b.pipeline.Pipeline;
import dev.clientele.core.CrmSession;
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
 * Figures over the deals of the session's tenant that the actor may see, read one by one. Days are those of the session clock's
 * zone. Immutable; thread-safe unless the session is that of a transaction.
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
        return over(deals -> WinLoss.of(deals, day, zone(), currency, rates));
    }

    /** As {@link #winLoss} by a key: the owner, the account, the reason, the month of closing. */
    public <K extends @Nullable Object> Map<K, WinLoss> winLossBy(
            Function<Opportunity, K> key, LocalDate day, CurrencyUnit currency, ExchangeRates rates) {
        return over(deals -> WinLoss.by(deals, key, day, zone(), currency, rates));
    }

    /** The open deals on a day that were older than a share of all won ones until then; see {@link Stalled#of}. */
    public Stalled stalled(LocalDate day, double share) {
        return over(deals -> Stalled.of(deals, day, zone(), share));
    }

    /** How far the deals of a pipeline had come on a day. */
    public Funnel funnel(Pipeline pipeline, LocalDate day) {
        return over(deals -> Funnel.of(deals, pipeline, day, zone()));
    }

    private ZoneId zone() {
        return session.clock().getZone();
    }

    private <R> R over(Function<Stream<Opportunity>, R> work) {
        try (Stream<Opportunity> deals = session.repository(Opportunity.TYPE).query(where).stream()) {
            return work.apply(deals);
        }
    }
}
