package dev.clientele.b2b.deal.stakeholder;

/** The stance of a person towards a purchase. */
public enum Stance {
    /** The stance isn't known. */
    UNKNOWN,
    /** The person works against it. */
    OPPONENT,
    /** The person doubts it. */
    SCEPTIC,
    /** The person is neither for nor against it. */
    NEUTRAL,
    /** The person is for it. */
    SUPPORTER,
    /** The person works for it. */
    ADVOCATE
}
