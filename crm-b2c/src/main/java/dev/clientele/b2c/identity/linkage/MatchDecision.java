package dev.clientele.b2c.identity.linkage;

/** The three answers of Fellegi and Sunter (1969): a link, a possible link that a person should see, no link. */
public enum MatchDecision {
    /** The same by machine. */
    MATCH,
    /** To be seen by a person. */
    REVIEW,
    /** Not the same as far as is known. */
    NONE
}
