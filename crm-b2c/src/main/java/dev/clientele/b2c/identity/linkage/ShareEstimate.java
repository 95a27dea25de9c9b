package dev.clientele.b2c.identity.linkage;

/**
 * A share with its interval of 95 %.
 *
 * @param value the estimate
 * @param low the lower end
 * @param high the upper end
 */
public record ShareEstimate(double value, double low, double high) {

    /** Checks 0 ≤ low ≤ value ≤ high ≤ 1. */
    public ShareEstimate {
        if (!(0 <= low && low <= value && value <= high && high <= 1)) {
            throw new IllegalArgumentException("must be 0 <= low <= value <= high <= 1");
        }
    }

    static ShareEstimate of(double value, double deviation) {
        double share = Math.max(0, Math.min(1, value));
        return new ShareEstimate(share, Math.max(0, share - 1.96 * deviation), Math.min(1, share + 1.96 * deviation));
    }
}
