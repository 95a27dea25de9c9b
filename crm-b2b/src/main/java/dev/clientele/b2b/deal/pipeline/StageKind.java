package dev.clientele.b2b.deal.pipeline;

/** Whether a deal in a stage is still open. */
public enum StageKind {
    /** Not decided yet. */
    OPEN,
    /** The customer has bought. */
    WON,
    /** The customer won't buy. */
    LOST
}
