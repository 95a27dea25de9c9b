package dev.clientele.b2b.deal.pipeline;

/** How a request for approval stands. */
public enum ApprovalStatus {
    /** Waits for somebody to decide. */
    REQUESTED,
    /** Granted, and what was approved is as it was. */
    APPROVED,
    /** Refused. */
    REJECTED,
    /** What was to be approved, or was, has changed since it was asked for. */
    LAPSED
}
