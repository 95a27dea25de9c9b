package dev.clientele.b2b.member;

/** What a member is to be able to do with the record; a host's access policy reads it, see {@link Members#dealsOf}. */
public enum AccessLevel {
    /** See it. */
    READ,
    /** See and change it. */
    WRITE
}
