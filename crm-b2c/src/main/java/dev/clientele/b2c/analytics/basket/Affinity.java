package dev.clientele.b2c.analytics.basket;

/**
 * The rule: who takes one item also takes another.
 *
 * @param item the one
 * @param otherItem the other
 * @param baskets in how many baskets both are
 * @param itemBaskets in how many the one is
 * @param otherItemBaskets in how many the other is
 * @param totalBaskets how many baskets there are
 * @param <I> how items are named
 */
public record Affinity<I>(
        I item, I otherItem, long baskets, long itemBaskets, long otherItemBaskets, long totalBaskets) {

    /** Normal quantile for a two-sided interval of 95 %. */
    private static final double NORMAL_QUANTILE = 1.959963984540054;

    /** Returns the share of all baskets that have both. */
    public double support() {
        return (double) baskets / totalBaskets;
    }

    /** Returns the share of the baskets with the one that also have the other. */
    public double confidence() {
        return (double) baskets / itemBaskets;
    }

    /** Returns the factor by which both are together more often than if they had nothing to do with each other. */
    public double lift() {
        return (double) baskets * totalBaskets / ((double) itemBaskets * otherItemBaskets);
    }

    /**
     * Returns the difference of the share of baskets with both from that share if they had nothing to do with each
     * other.
     */
    public double leverage() {
        return support() - (double) itemBaskets / totalBaskets * ((double) otherItemBaskets / totalBaskets);
    }

    /**
     * Returns the lower end of the 95 % interval of the confidence (Wilson 1927, Probable Inference, the Law of
     * Succession, and Statistical Inference, Journal of the American Statistical Association 22(158), 209-212): what
     * can be relied on where baskets are few.
     */
    public double confidenceLowerBound() {
        double n = itemBaskets;
        double p = confidence();
        double middle = p + NORMAL_QUANTILE * NORMAL_QUANTILE / (2 * n);
        double half = NORMAL_QUANTILE * Math.sqrt(p * (1 - p) / n + NORMAL_QUANTILE * NORMAL_QUANTILE / (4 * n * n));
        return Math.max(0, (middle - half) / (1 + NORMAL_QUANTILE * NORMAL_QUANTILE / n));
    }
}
