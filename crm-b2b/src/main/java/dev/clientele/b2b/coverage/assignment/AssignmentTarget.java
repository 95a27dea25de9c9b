package dev.clientele.b2b.coverage.assignment;

/** The kind of record that a rule assigns. */
public enum AssignmentTarget {
    /** Leads. */
    LEADS,
    /** Accounts. */
    ACCOUNTS,
    /** Deals. */
    DEALS
}
