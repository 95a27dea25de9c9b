package dev.clientele.b2b.lead;

/** What has become of a lead. */
public enum LeadStatus {
    /** Nobody has looked at it yet. */
    NEW,
    /** Somebody is working on it. */
    WORKING,
    /** Worth selling to. */
    QUALIFIED,
    /** Not worth it. */
    DISQUALIFIED,
    /** Has become a contact. */
    CONVERTED
}
