package dev.clientele.b2c.purchase;

/** The kind of a purchase event: purchase or refund. */
public enum PurchaseKind {
    /** From the person to us. */
    PURCHASE,
    /** Back to the person. */
    REFUND
}
