package dev.clientele.b2b.deal.stakeholder;

/** How much somebody's word counts in a decision. */
public enum Influence {
    /** Little. */
    LOW,
    /** Some. */
    MEDIUM,
    /** Much. */
    HIGH
}
