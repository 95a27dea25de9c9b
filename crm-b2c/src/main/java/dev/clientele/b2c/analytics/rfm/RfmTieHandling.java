package dev.clientele.b2c.analytics.rfm;

/** The treatment of customers who are equal in a figure that is scored. */
public enum RfmTieHandling {
    /**
     * Customers get the same score, that of the middle of their ranks; groups may differ in size, and some scores
     * may not occur. Whoever bought once has the frequency score 1, however many did: nobody is at risk of being lost as a regular
     * who never was one.
     */
    TOGETHER,
    /**
     * Groups are of equal size: customers equal in one figure stand by the others (recency, frequency, spend, in this order),
     * and at last by their own order.
     */
    APART
}
