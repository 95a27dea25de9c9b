package dev.clientele.core.customer;

/** The decision that a consent records. */
public enum ConsentStatus {
    /** Contact is allowed from then on. */
    GIVEN,
    /** Contact was asked for and refused. */
    DENIED,
    /** Contact is no longer allowed, or was objected to. */
    WITHDRAWN
}
