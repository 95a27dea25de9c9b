package dev.clientele.b2c.identity;

/** The outcome of an identification. */
public enum IdentityOutcome {
    /** Nobody was known by it: a new person begins with the record. */
    CREATED,
    /** The record is about a person who was known. */
    MATCHED,
    /** The record shows that persons who were known apart are one. */
    MERGED,
    /** Several persons come into question: the record begins a person of its own, until more is known or somebody decides. */
    AMBIGUOUS,
    /** Nothing in the record says who somebody is: it is kept, and never matched by machine. */
    REFUSED
}
