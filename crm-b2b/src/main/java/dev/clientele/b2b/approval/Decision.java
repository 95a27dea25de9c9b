package dev.clientele.b2b.approval;

/** What was decided on a request. */
public enum Decision {
    /** Nothing yet. */
    PENDING,
    /** Granted. */
    APPROVED,
    /** Refused. */
    REJECTED
}
