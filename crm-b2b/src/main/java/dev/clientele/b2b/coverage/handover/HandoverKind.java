package dev.clientele.b2b.coverage.handover;

/** The kind of record that a handover transfers. */
public enum HandoverKind {
    /** Accounts of the former owner, each with the owner's open tasks about it. */
    ACCOUNTS,
    /**
     * Accounts of the former owner, each with the owner's open tasks about it and the owner's open deals with it. A
     * deal that the actor may not change stays, and isn't counted as left behind.
     */
    ACCOUNTS_WITH_DEALS,
    /**
     * Open deals that the former owner owns or is credited with, each with the owner's open tasks about it. Closed
     * deals stay.
     */
    DEALS,
    /** Contacts of the former owner, each with the owner's open tasks about it. */
    CONTACTS,
    /** Partners that the former owner manages. */
    PARTNERS,
    /** Leads of the former owner that aren't converted, each with the owner's open tasks about it. */
    LEADS,
    /** Open tasks of the former owner, whatever they are about. Closed ones stay attributed. */
    TASKS,
    /**
     * Memberships of the former owner in the teams of accounts and deals. A membership ends where the new owner is a
     * member already.
     */
    MEMBERSHIPS
}
