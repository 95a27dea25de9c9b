package dev.clientele.b2c.purchase;

/** A column of a file of purchases that is more than a field of theirs. */
enum PurchaseColumn {
    ORDER_ID,
    PERSON,
    AMOUNT,
    CURRENCY,
    KIND,
    REFUNDED_ORDER
}
