package dev.clientele.b2c.purchase;

/** The way in which several purchases of one person on one day count. */
public enum SameDay {
    /** They count as one purchase of their total: the usual reading in the repeat-purchase literature. */
    ONE_PURCHASE,
    /** Each as a purchase of its own. */
    SEPARATE_PURCHASES
}
