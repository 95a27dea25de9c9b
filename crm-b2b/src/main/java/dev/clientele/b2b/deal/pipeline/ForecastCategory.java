package dev.clientele.b2b.deal.pipeline;

/** How firmly a deal is counted on. */
public enum ForecastCategory {
    /** Being worked on. */
    PIPELINE,
    /** Will be won if all goes well. */
    BEST_CASE,
    /** Promised. */
    COMMIT,
    /** Won. */
    CLOSED,
    /** Left out of forecasts, as lost deals are. */
    OMITTED
}
