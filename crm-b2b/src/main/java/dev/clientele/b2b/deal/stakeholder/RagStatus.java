package dev.clientele.b2b.deal.stakeholder;

/** How the people of a deal look at a glance. */
public enum RagStatus {
    /** In danger. */
    RED,
    /** Something is to be done. */
    AMBER,
    /** As it should be. */
    GREEN
}
