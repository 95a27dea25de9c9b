package dev.clientele.core.numerics;

import org.apache.commons.numbers.gamma.InverseErfc;

/** The standard normal distribution. */
public final class NormalDistribution {
    private NormalDistribution() {}

    /** The value below which lies a probability from 0 to 1, both excluded. */
    public static double quantile(double probability) {
        return -Math.sqrt(2) * InverseErfc.value(2 * probability);
    }
}
