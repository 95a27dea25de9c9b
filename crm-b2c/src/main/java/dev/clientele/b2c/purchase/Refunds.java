package dev.clientele.b2c.purchase;

/** The effect of a refund on a person's purchases. A refund counts on the day it was booked under. */
public enum Refunds {
    /** Nothing: only what was bought counts. */
    IGNORED,
    /** Lowers the spend; the purchase still happened. */
    REDUCE_SPEND,
    /** Lowers the spend, and a day on which everything was refunded is no purchase day at all. */
    UNDO_PURCHASE
}
