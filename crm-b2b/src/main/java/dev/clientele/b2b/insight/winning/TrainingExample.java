package dev.clientele.b2b.insight.winning;

import java.util.Objects;

/**
 * What was known of a deal, and how it ended.
 *
 * @param features before it ended
 * @param won whether it was won
 */
public record TrainingExample(DealFeatures features, boolean won) {

    /** Refuses null. */
    public TrainingExample {
        Objects.requireNonNull(features, "known");
    }
}
