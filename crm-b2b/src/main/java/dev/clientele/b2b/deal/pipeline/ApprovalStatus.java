package dev.clientele.b2b.deal.pipeline;

/** The status of a request for approval. */
public enum ApprovalStatus {
    /** A request that waits for a decision. */
    REQUESTED,
    /** A request that was approved, and what was approved is as it was. */
    APPROVED,
    /** A request that was rejected. */
    REJECTED,
    /** A request whose covered fields have changed since it was made. */
    LAPSED
}
