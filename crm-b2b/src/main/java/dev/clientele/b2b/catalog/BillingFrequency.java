package dev.clientele.b2b.catalog;

/** How often a product is paid for. */
public enum BillingFrequency {
    /** Once. */
    ONE_OFF(0),
    /** Every month. */
    MONTHLY(1),
    /** Every three months. */
    QUARTERLY(3),
    /** Every six months. */
    HALF_YEARLY(6),
    /** Every twelve months. */
    YEARLY(12);

    private final int months;

    BillingFrequency(int months) {
        this.months = months;
    }

    /** How many months a billing period is: a divisor of 12, or 0 for what is paid once. */
    public int months() {
        return months;
    }

    /** Whether it is paid again and again. */
    public boolean isRecurring() {
        return months > 0;
    }
}
