package dev.clientele.b2c.scoring.fit;

import dev.clientele.core.numerics.ArgumentChecks;

/**
 * Between which numbers that lies which will happen, such as the purchases of one customer or the spend of all: wider than a {@link
 * ConfidenceInterval}, which says how sure their expectation is.
 *
 * @param mean what is expected
 * @param low lower end, 0 or more
 * @param high upper end, finite
 * @param level probability with which what happens lies within, such as 0.95; of whole numbers at least
 */
public record PredictionInterval(double mean, double low, double high, double level) {
    public PredictionInterval {
        if (!(low >= 0 && low <= high && high <= Double.MAX_VALUE && mean >= 0)) {
            throw new IllegalArgumentException(
                    "mean must be 0 or more and low and high in order, were " + mean + ", " + low + ", " + high);
        }
        ArgumentChecks.requireLevel(level);
    }
}
