package dev.clientele.b2b.revenue.health;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;

/**
 * The health score of one account. Immutable and thread-safe; pure.
 *
 * @param score 0 to 100: the weighted mean of the scores that are known; empty if none is
 * @param known the share of all weights whose scores are known, 0 to 1
 * @param missing the names of the others, sorted
 */
public record HealthAssessment(OptionalDouble score, double known, List<String> missing) {

    private static final double MAX_SCORE = 100;

    /** Copies the list. */
    public HealthAssessment {
        Objects.requireNonNull(score, "score");
        missing = List.copyOf(missing);
    }

    /**
     * Computes the health score from the scores of its parts.
     *
     * @param scores by name, each 0 to 100; one that has no weight is an error, one that isn't there is reported as
     *     missing
     */
    public static HealthAssessment of(HealthWeights weights, Map<String, Double> scores) {
        scores.forEach((name, score) -> requireValid(weights, name, score));
        double all = 0;
        double known = 0;
        double sum = 0;
        List<String> missing = new ArrayList<>();
        for (Map.Entry<String, Double> weight : weights.weights().entrySet()) {
            all += weight.getValue();
            Double score = scores.get(weight.getKey());
            if (score == null) {
                missing.add(weight.getKey());
            } else {
                known += weight.getValue();
                sum += weight.getValue() * score;
            }
        }
        return new HealthAssessment(
                known == 0 ? OptionalDouble.empty() : OptionalDouble.of(sum / known), known / all, missing);
    }

    private static void requireValid(HealthWeights weights, String name, double score) {
        if (!weights.weights().containsKey(name)) {
            throw new IllegalArgumentException("there must be a weight for each score, got none for " + name);
        } else if (!(score >= 0 && score <= MAX_SCORE)) {
            throw new IllegalArgumentException("the score of " + name + " must be 0 to 100, got " + score);
        }
    }
}
