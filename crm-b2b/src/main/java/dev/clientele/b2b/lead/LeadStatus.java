package dev.clientele.b2b.lead;

/** The status of a lead. */
public enum LeadStatus {
    /** A lead that nobody has looked at yet. */
    NEW,
    /** A lead that somebody is working on. */
    WORKING,
    /** A lead that is worth selling to. */
    QUALIFIED,
    /** A lead that isn't worth selling to. */
    DISQUALIFIED,
    /** A lead that was converted to a contact. */
    CONVERTED
}
