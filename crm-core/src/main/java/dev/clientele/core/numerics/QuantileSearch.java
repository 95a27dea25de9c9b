package dev.clientele.core.numerics;

import java.util.OptionalDouble;
import java.util.function.DoubleUnaryOperator;

/**
 * The inverse of a distribution function of a time, by bisection: slower than Brent's method of Commons Numbers, but its answer
 * is never early and rises with the probability.
 */
public final class QuantileSearch {
    private static final double MAX_FACTOR = 1e12;

    private QuantileSearch() {}

    /**
     * Finds the time by which a probability is reached.
     *
     * @param within the distribution function, rising from 0, perhaps not up to 1
     * @param probability from 0 to 1
     * @param scale a time in which the function changes
     * @return empty if the probability isn't reached within 1e12 scales
     */
    public static OptionalDouble of(DoubleUnaryOperator within, double probability, double scale) {
        if (probability == 0) {
            return OptionalDouble.of(0);
        }
        double high = scale;
        while (within.applyAsDouble(high) < probability) {
            high *= 4;
            if (high > MAX_FACTOR * scale) {
                return OptionalDouble.empty();
            }
        }
        double low = 0;
        while (high - low > 1e-13 * high) {
            double middle = 0.5 * (low + high);
            if (middle <= low || middle >= high) {
                break;
            }
            if (within.applyAsDouble(middle) < probability) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return OptionalDouble.of(high);
    }
}
