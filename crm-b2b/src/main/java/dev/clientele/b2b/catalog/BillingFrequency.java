package dev.clientele.b2b.catalog;

/** The frequency at which a product is billed. */
public enum BillingFrequency {
    /** Billed once. */
    ONE_OFF(0),
    /** Billed every month. */
    MONTHLY(1),
    /** Billed every three months. */
    QUARTERLY(3),
    /** Billed every six months. */
    HALF_YEARLY(6),
    /** Billed every twelve months. */
    YEARLY(12);

    private final int months;

    BillingFrequency(int months) {
        this.months = months;
    }

    /** Returns the number of months in a billing period: a divisor of 12, or 0 for what is billed once. */
    public int months() {
        return months;
    }

    /** Returns whether it is billed again every period. */
    public boolean isRecurring() {
        return months > 0;
    }
}
