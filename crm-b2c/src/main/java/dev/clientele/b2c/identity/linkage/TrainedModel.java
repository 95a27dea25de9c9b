package dev.clientele.b2c.identity.linkage;

import java.util.List;
import java.util.Objects;

/**
 * A model and how it was learned.
 *
 * @param model the model
 * @param trainingPairs the pairs it was learned from
 * @param expectedMatches how many of them are expected to belong together
 * @param logPosteriors logarithm of the posterior before each round of expectation–maximisation; never falls
 */
public record TrainedModel(LinkageModel model, int trainingPairs, double expectedMatches, List<Double> logPosteriors) {
    /** Fewer expected matches are none. */
    public static final double LEAST_MATCHES = 0.5;

    /** Copies the list. */
    public TrainedModel {
        Objects.requireNonNull(model, "model");
        logPosteriors = List.copyOf(logPosteriors);
    }

    /**
     * Returns true if any pairs seem to be one person recorded twice. If not, the model takes for matches what agrees as such attributes
     * usually do, and nothing less; fit another when there are records of the same people.
     */
    public boolean matchesFound() {
        return expectedMatches >= LEAST_MATCHES;
    }
}
