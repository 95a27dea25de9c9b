package dev.clientele.b2c.analytics.basket;

/**
 * Which rules are worth keeping.
 *
 * @param minBaskets in how many baskets both items must be together, 1 or more
 * @param minConfidence from 0 to 1
 * @param minLift 0 or more; above 1 both are together more often than chance would have it
 */
public record AffinitySettings(long minBaskets, double minConfidence, double minLift) {

    /** Checks the ranges. */
    public AffinitySettings {
        if (minBaskets < 1) {
            throw new IllegalArgumentException("leastBaskets must be 1 or more, was " + minBaskets);
        }
        if (!(minConfidence >= 0 && minConfidence <= 1)) {
            throw new IllegalArgumentException("leastConfidence must be from 0 to 1, was " + minConfidence);
        }
        if (!(minLift >= 0 && minLift <= Double.MAX_VALUE)) {
            throw new IllegalArgumentException("leastLift must be finite and 0 or more, was " + minLift);
        }
    }

    /** Returns settings that keep all pairs that are together in at least so many baskets. */
    public static AffinitySettings withMinBaskets(long leastBaskets) {
        return new AffinitySettings(leastBaskets, 0, 0);
    }
}
