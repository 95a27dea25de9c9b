package dev.clientele.b2b.coverage.assignment;

/** What a rule assigns. */
public enum AssignmentTarget {
    /** Leads. */
    LEADS,
    /** Accounts. */
    ACCOUNTS,
    /** Deals. */
    DEALS
}
