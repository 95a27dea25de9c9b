package dev.clientele.b2b.deal.approval;

/** What was decided on a request. */
public enum ApprovalDecision {
    /** Nothing yet. */
    PENDING,
    /** Granted. */
    APPROVED,
    /** Refused. */
    REJECTED
}
