package dev.clientele.b2b.stakeholder;

/** How the people of a deal look at a glance. */
public enum Signal {
    /** In danger. */
    RED,
    /** Something is to be done. */
    AMBER,
    /** As it should be. */
    GREEN
}
