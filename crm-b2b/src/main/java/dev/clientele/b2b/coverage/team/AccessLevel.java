package dev.clientele.b2b.coverage.team;

/** The access of a team member to the record; a host's access policy reads it, see {@link TeamMembers#dealsOf}. */
public enum AccessLevel {
    /** Access to see the record. */
    READ,
    /** Access to see and change the record. */
    WRITE
}
