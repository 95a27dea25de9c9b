package dev.clientele.b2b.insight.forecast;

import dev.clientele.core.CrmSession;
import dev.clientele.persistence.criteria.Criteria;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Objects;
import org.threeten.extra.YearQuarter;

/** Forecasts over the deals of the session's tenant. Thread-safe unless the session is that of a transaction. */
public final class Forecasts {

    private final CrmSession session;

    /** Those of a session. */
    public Forecasts(CrmSession session) {
        this.session = Objects.requireNonNull(session, "session");
    }

    /**
     * Over the deals whose close date lies in a period: what is open then and what was won then. Lost deals and others that
     * are {@link dev.clientele.b2b.deal.pipeline.ForecastCategory#OMITTED} don't count.
     */
    public ForecastQuery<Void> closingIn(ForecastPeriod period) {
        return new ForecastQuery<>(session, period, List.of(period), Criteria.always(), null);
    }

    /** What sales representatives and territories are to reach. */
    public Quotas quotas() {
        return new Quotas(session);
    }

    /** What managers think of the forecasts of their people. */
    public ForecastAdjustments adjustments() {
        return new ForecastAdjustments(session);
    }

    /** Forecasts as they stood once. */
    public ForecastSnapshots snapshots() {
        return new ForecastSnapshots(session);
    }

    /** As {@link #closingIn(ForecastPeriod)} for a quarter. */
    public ForecastQuery<Void> closingIn(YearQuarter quarter) {
        return closingIn(ForecastPeriod.of(quarter));
    }

    /** As {@link #closingIn(ForecastPeriod)} for a month. */
    public ForecastQuery<Void> closingIn(YearMonth month) {
        return closingIn(ForecastPeriod.of(month));
    }

    /** As {@link #closingIn(ForecastPeriod)} for days, the last one excluded. */
    public ForecastQuery<Void> closingIn(LocalDate startInclusive, LocalDate endExclusive) {
        return closingIn(ForecastPeriod.between(startInclusive, endExclusive));
    }
}
