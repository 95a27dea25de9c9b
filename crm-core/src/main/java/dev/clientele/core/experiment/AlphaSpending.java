package dev.clientele.core.experiment;

import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * A function that says which part of the error probability may be spent up to a look: Lan and DeMets (1983), Discrete sequential
 * boundaries for clinical trials, Biometrika 70(3).
 */
public enum AlphaSpending {
    /** Spends little early, as O'Brien and Fleming's bounds do: 2 − 2 Φ(z(α/2) / √t). */
    OBRIEN_FLEMING {
        @Override
        double spent(double alpha, double fraction) {
            NormalDistribution normal = NormalDistribution.of(0, 1);
            return 2 * normal.survivalProbability(normal.inverseSurvivalProbability(alpha / 2) / Math.sqrt(fraction));
        }
    },
    /** Spends evenly, as Pocock's bounds do: α ln(1 + (e − 1) t). */
    POCOCK {
        @Override
        double spent(double alpha, double fraction) {
            return alpha * Math.log1p((Math.E - 1) * fraction);
        }
    };

    /** Returns the part of a one-sided error probability that may be spent up to a fraction of the information. */
    abstract double spent(double alpha, double fraction);
}
