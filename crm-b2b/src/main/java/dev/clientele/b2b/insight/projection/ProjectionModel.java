package dev.clientele.b2b.insight.projection;

/** What a method has learned. Thread-safe. */
@FunctionalInterface
public interface ProjectionModel {

    /** How likely a deal that stands so is to be won within the days that were asked about: 0 to 1. */
    double probability(OpenDealState standing);
}
