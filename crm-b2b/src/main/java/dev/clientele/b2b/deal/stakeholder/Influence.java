package dev.clientele.b2b.deal.stakeholder;

/** The weight of a person's word in a decision. */
public enum Influence {
    /** Little influence. */
    LOW,
    /** Some influence. */
    MEDIUM,
    /** Much influence. */
    HIGH
}
