package dev.clientele.b2c.analytics.basket;

/**
 * The rule: who takes one item also takes another.
 *
 * @param item the one
 * @param also the other
 * @param baskets in how many baskets both are
 * @param itemBaskets in how many the one is
 * @param alsoBaskets in how many the other is
 * @param all how many baskets there are
 * @param <I> how items are named
 */
public record Affinity<I>(I item, I also, long baskets, long itemBaskets, long alsoBaskets, long all) {

    /** Normal quantile for a two-sided interval of 95 %. */
    private static final double Z = 1.959963984540054;

    /** The share of all baskets that have both. */
    public double support() {
        return (double) baskets / all;
    }

    /** The share of the baskets with the one that also have the other. */
    public double confidence() {
        return (double) baskets / itemBaskets;
    }

    /** How many times as often both are together as if they had nothing to do with each other. */
    public double lift() {
        return (double) baskets * all / ((double) itemBaskets * alsoBaskets);
    }

    /** By how much the share of baskets with both is above what it would be if they had nothing to do with each other. */
    public double leverage() {
        return support() - (double) itemBaskets / all * ((double) alsoBaskets / all);
    }

    /**
     * The lower end of the 95 % interval of the confidence (Wilson 1927, Probable Inference, the Law of Succession, and
     * Statistical Inference, Journal of the American Statistical Association 22(158), 209-212): what can be relied on where
     * baskets are few.
     */
    public double sureConfidence() {
        double n = itemBaskets;
        double p = confidence();
        double middle = p + Z * Z / (2 * n);
        double half = Z * Math.sqrt(p * (1 - p) / n + Z * Z / (4 * n * n));
        return Math.max(0, (middle - half) / (1 + Z * Z / n));
    }
}
