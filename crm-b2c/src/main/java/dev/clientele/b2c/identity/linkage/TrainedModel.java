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

    /** Copies the list. */
    public TrainedModel {
        Objects.requireNonNull(model, "model");
        logPosteriors = List.copyOf(logPosteriors);
    }
}
