package dev.clientele.core.interaction;

/** The direction of an interaction. */
public enum Direction {
    /** From the customer to us. */
    INBOUND,
    /** From us to the customer. */
    OUTBOUND,
    /** Between us, or without a direction, as a note. */
    INTERNAL
}
