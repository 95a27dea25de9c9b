package dev.clientele.b2b.deal.pipeline;

/**
 * The rule for a sales representative's credit for an open deal when another takes over. Credit for a closed deal stays
 * where it is.
 */
public enum CreditRule {
    /** Passes the credit on to the new owner; a part of the new owner's own grows by it. */
    PASSES_ON,
    /**
     * Leaves the credit where it is. A deal without splits is credited to its owner: as the owner changes, it gets a
     * split that names the former owner.
     */
    STAYS
}
