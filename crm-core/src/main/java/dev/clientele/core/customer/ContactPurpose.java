package dev.clientele.core.customer;

/** The purpose of a contact point. */
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
