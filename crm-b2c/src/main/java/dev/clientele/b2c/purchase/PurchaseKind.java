package dev.clientele.b2c.purchase;

/** Which way the money went. */
public enum PurchaseKind {
    /** From the person to us. */
    PURCHASE,
    /** Back to the person. */
    REFUND
}
