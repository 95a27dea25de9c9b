package dev.clientele.b2b.deal.pipeline;

/** The category of a deal in forecasts. */
public enum ForecastCategory {
    /** A deal that is being worked on. */
    PIPELINE,
    /** A deal that will be won if all goes well. */
    BEST_CASE,
    /** A deal that is promised. */
    COMMIT,
    /** A deal that is won. */
    CLOSED,
    /** A deal that forecasts leave out, as they do lost deals. */
    OMITTED
}
