package dev.clientele.b2b.deal.pipeline;

/** What becomes of somebody's credit for an open deal when another takes over. Credit for a closed deal stays where it is. */
public enum CreditRule {
    /** The other takes it over; a part of the other's own grows by it. */
    PASSES_ON,
    /**
     * It stays where it is. A deal without splits is credited to its owner: as the owner changes, it gets a split that names
     * the one who owned it.
     */
    STAYS
}
