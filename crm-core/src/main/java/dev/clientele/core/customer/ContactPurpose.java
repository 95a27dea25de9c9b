package dev.clientele.core.customer;

/** What a contact point is for. */
public enum ContactPurpose {
    /** Nothing in particular. */
    ANY,
    /** At work. */
    WORK,
    /** At home, or otherwise private. */
    PRIVATE,
    /** Invoices and payments. */
    BILLING,
    /** Deliveries. */
    DELIVERY,
    /** Support. */
    SUPPORT
}
