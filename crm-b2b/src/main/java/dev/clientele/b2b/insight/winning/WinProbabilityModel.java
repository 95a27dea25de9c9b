package dev.clientele.b2b.insight.winning;

/** What a method has learned. Thread-safe. */
@FunctionalInterface
public interface WinProbabilityModel {

    /**
     * How likely such a deal is won: above 0 and below 1. What the model has never seen says nothing.
     */
    double probability(DealFeatures known);
}
