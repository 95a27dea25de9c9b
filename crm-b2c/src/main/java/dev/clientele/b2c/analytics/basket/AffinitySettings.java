package dev.clientele.b2c.analytics.basket;

/**
 * Which rules are worth keeping.
 *
 * @param leastBaskets in how many baskets both items must be together, 1 or more
 * @param leastConfidence from 0 to 1
 * @param leastLift 0 or more; above 1 both are together more often than chance would have it
 */
public record AffinitySettings(long leastBaskets, double leastConfidence, double leastLift) {

    /** Checks the ranges. */
    public AffinitySettings {
        if (leastBaskets < 1) {
            throw new IllegalArgumentException("leastBaskets must be 1 or more, was " + leastBaskets);
        }
        if (!(leastConfidence >= 0 && leastConfidence <= 1)) {
            throw new IllegalArgumentException("leastConfidence must be from 0 to 1, was " + leastConfidence);
        }
        if (!(leastLift >= 0 && leastLift <= Double.MAX_VALUE)) {
            throw new IllegalArgumentException("leastLift must be finite and 0 or more, was " + leastLift);
        }
    }

    /** All pairs that are together in at least so many baskets. */
    public static AffinitySettings together(long leastBaskets) {
        return new AffinitySettings(leastBaskets, 0, 0);
    }
}
