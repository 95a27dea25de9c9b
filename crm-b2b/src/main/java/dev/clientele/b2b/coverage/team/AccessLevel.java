package dev.clientele.b2b.coverage.team;

/** What a member is to be able to do with the record; a host's access policy reads it, see {@link TeamMembers#dealsOf}. */
public enum AccessLevel {
    /** See it. */
    READ,
    /** See and change it. */
    WRITE
}
