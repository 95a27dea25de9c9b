package dev.clientele.b2b.coverage.handover;

/** What passes from one to the other. */
public enum HandoverKind {
    /** Accounts that the one owns, each with the one's open tasks about it. */
    ACCOUNTS,
    /**
     * Accounts that the one owns, each with the one's open tasks about it and the open deals with it that are the one's. A deal
     * that the actor may not change stays, and isn't counted as left behind.
     */
    ACCOUNTS_WITH_DEALS,
    /** Open deals that the one owns or is credited with, each with the one's open tasks about it. Closed deals stay. */
    DEALS,
    /** Contacts that the one owns, each with the one's open tasks about it. */
    CONTACTS,
    /** Partners that the one looks after. */
    PARTNERS,
    /** Leads that the one owns and that aren't converted, each with the one's open tasks about it. */
    LEADS,
    /** Open tasks of the one, whatever they are about. Closed ones stay attributed. */
    TASKS,
    /** The one's places in the teams of accounts and deals, unless the other has one there already: then it ends. */
    MEMBERSHIPS
}
