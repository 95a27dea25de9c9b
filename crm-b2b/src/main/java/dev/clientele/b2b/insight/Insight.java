package dev.clientele.b2b.insight;

import dev.clientele.b2b.insight.analytics.Analytics;
import dev.clientele.b2b.insight.forecast.Forecasts;
import dev.clientele.b2b.insight.projection.PipelineProjections;
import dev.clientele.b2b.insight.winning.WinProbabilities;
import dev.clientele.core.CrmSession;
import java.util.Objects;

/**
 * Figures about the pipeline: forecasts, projections, analytics and win probabilities. Thread-safe unless the session is that
 * of a transaction.
 */
public final class Insight {

    private final CrmSession session;

    /** Opens the insight of a session. */
    public Insight(CrmSession session) {
        this.session = Objects.requireNonNull(session, "session");
    }

    /** Returns the forecasts by category, with quotas, adjustments and snapshots. */
    public Forecasts forecast() {
        return new Forecasts(session);
    }

    /** Returns the projections of the open pipeline by several methods side by side. */
    public PipelineProjections projections() {
        return new PipelineProjections(session);
    }

    /** Returns the pipeline analytics: funnel, win rate, velocity, slippage, coverage. */
    public Analytics analytics() {
        return Analytics.in(session);
    }

    /** Returns the win probabilities of open deals, learned from closed ones. */
    public WinProbabilities winProbabilities() {
        return new WinProbabilities(session);
    }
}
