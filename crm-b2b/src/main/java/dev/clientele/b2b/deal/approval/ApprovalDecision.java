package dev.clientele.b2b.deal.approval;

/** The decision on a request for approval. */
public enum ApprovalDecision {
    /** A request that isn't decided. */
    PENDING,
    /** A request that was approved. */
    APPROVED,
    /** A request that was rejected. */
    REJECTED
}
