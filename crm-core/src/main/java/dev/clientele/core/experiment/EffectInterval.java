package dev.clientele.core.experiment;

/**
 * A confidence interval of an effect or a lift; both ends belong to it.
 *
 * @param low the lower end
 * @param high the upper end, not below the lower
 */
public record EffectInterval(double low, double high) {

    /** Creates an interval. */
    public EffectInterval {
        if (!(low <= high)) {
            throw new IllegalArgumentException("low must not exceed high, were " + low + " and " + high);
        }
    }

    /** Returns whether a value lies in the interval. */
    public boolean contains(double value) {
        return low <= value && value <= high;
    }

    /** Returns the length of the interval. */
    public double width() {
        return high - low;
    }
}
