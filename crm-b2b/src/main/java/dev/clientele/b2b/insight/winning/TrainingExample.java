package dev.clientele.b2b.insight.winning;

import java.util.Objects;

/**
 * A closed deal to learn from: its features and its outcome.
 *
 * @param features the features before it was closed
 * @param won whether it was won
 */
public record TrainingExample(DealFeatures features, boolean won) {

    /** Refuses null. */
    public TrainingExample {
        Objects.requireNonNull(features, "known");
    }
}
