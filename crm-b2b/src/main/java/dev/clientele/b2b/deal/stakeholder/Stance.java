package dev.clientele.b2b.deal.stakeholder;

/** How somebody stands to a purchase from us. */
public enum Stance {
    /** Not known. */
    UNKNOWN,
    /** Works against it. */
    OPPONENT,
    /** Doubts it. */
    SCEPTIC,
    /** Neither for nor against. */
    NEUTRAL,
    /** For it. */
    SUPPORTER,
    /** Works for it. */
    ADVOCATE
}
