package dev.clientele.b2b.insight.forecast;

import dev.clientele.core.CrmSession;
import dev.clientele.persistence.criteria.Criteria;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Objects;
import org.threeten.extra.YearQuarter;

/** The forecasts over the deals of the session's tenant. Thread-safe unless the session is that of a transaction. */
public final class Forecasts {

    private final CrmSession session;

    /** Opens the forecasts of a session. */
    public Forecasts(CrmSession session) {
        this.session = Objects.requireNonNull(session, "session");
    }

    /**
     * Starts a query of the deals whose close date lies in a period: the open and the won ones. Lost deals and others
     * that are {@link dev.clientele.b2b.deal.pipeline.ForecastCategory#OMITTED} don't count.
     */
    public ForecastQuery<Void> closingIn(ForecastPeriod period) {
        return new ForecastQuery<>(session, period, List.of(period), Criteria.always(), null);
    }

    /** Returns the quotas of sales representatives and territories. */
    public Quotas quotas() {
        return new Quotas(session);
    }

    /** Returns the adjustments that managers make to forecasts. */
    public ForecastAdjustments adjustments() {
        return new ForecastAdjustments(session);
    }

    /** Returns the stored snapshots of forecasts. */
    public ForecastSnapshots snapshots() {
        return new ForecastSnapshots(session);
    }

    /** Starts a query for a quarter, as {@link #closingIn(ForecastPeriod)} does. */
    public ForecastQuery<Void> closingIn(YearQuarter quarter) {
        return closingIn(ForecastPeriod.of(quarter));
    }

    /** Starts a query for a month, as {@link #closingIn(ForecastPeriod)} does. */
    public ForecastQuery<Void> closingIn(YearMonth month) {
        return closingIn(ForecastPeriod.of(month));
    }

    /** Starts a query for days, the last one excluded, as {@link #closingIn(ForecastPeriod)} does. */
    public ForecastQuery<Void> closingIn(LocalDate startInclusive, LocalDate endExclusive) {
        return closingIn(ForecastPeriod.between(startInclusive, endExclusive));
    }
}
