package dev.clientele.b2b.insight.winning;

/** The model that a win probability method has learned. Thread-safe. */
@FunctionalInterface
public interface WinProbabilityModel {

    /**
     * Returns the probability of winning a deal: above 0 and below 1. A feature that the model has never seen doesn't
     * count.
     */
    double probability(DealFeatures known);
}
