package dev.clientele.b2c.scoring.fit;

import dev.clientele.core.numerics.ArgumentChecks;

/**
 * A figure of a fitted model and how sure it is, given how sure the parameters are.
 *
 * @param estimate the figure at the estimates
 * @param standardError of the figure, 0 or more
 * @param low lower end
 * @param high upper end
 * @param level probability with which the interval covers the true figure, such as 0.95
 */
public record ConfidenceInterval(double estimate, double standardError, double low, double high, double level) {
    public ConfidenceInterval {
        if (!(low <= estimate && estimate <= high && standardError >= 0)) {
            throw new IllegalArgumentException("low, estimate and high must be in order, were " + low + ", " + estimate
                    + ", " + high + " with standard error " + standardError);
        }
        ArgumentChecks.requireLevel(level);
    }
}
