package dev.clientele.b2b.deal.pipeline;

/** The kind of a stage: open, won or lost. */
public enum StageKind {
    /** A stage of deals that aren't decided. */
    OPEN,
    /** A stage of deals that the customer has bought. */
    WON,
    /** A stage of deals that the customer won't buy. */
    LOST
}
