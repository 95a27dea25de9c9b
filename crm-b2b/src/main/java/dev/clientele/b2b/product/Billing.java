package dev.clientele.b2b.product;

/** How often a product is paid for. */
public enum Billing {
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

    Billing(int months) {
        this.months = months;
    }

    /** How many months a billing period is: a divisor of 12, or 0 for what is paid once. */
    public int months() {
        return months;
    }

    /** Whether it is paid again and again. */
    public boolean recurs() {
        return months > 0;
    }
}
