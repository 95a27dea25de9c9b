package dev.clientele.b2b.insight.projection;

/** The model that a projection method has learned. Thread-safe. */
@FunctionalInterface
public interface ProjectionModel {

    /** Returns the probability that a deal in this state is won within the days ahead: 0 to 1. */
    double probability(OpenDealState standing);
}
