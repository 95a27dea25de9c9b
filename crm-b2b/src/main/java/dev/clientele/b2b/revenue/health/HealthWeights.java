package dev.clientele.b2b.revenue.health;

import com.google.common.collect.ImmutableSortedMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * The weights of the scores that make up an account's health. Immutable and thread-safe.
 *
 * @param weights by name, each above zero and finite; they needn't add up to anything
 */
public record HealthWeights(Map<String, Double> weights) {

    private static final double MAX_SCORE = 100;

    /** Copies the map, and checks the weights. */
    public HealthWeights {
        weights = ImmutableSortedMap.copyOf(weights);
        if (weights.isEmpty()) {
            throw new IllegalArgumentException("weights must not be empty");
        }
        weights.forEach((name, weight) -> {
            if (!(weight > 0 && weight <= Double.MAX_VALUE)) {
                throw new IllegalArgumentException(
                        "the weight of " + name + " must be above zero and finite, got " + weight);
            }
        });
    }

    /**
     * The health score of one account.
     *
     * @param score 0 to 100: the weighted mean of the scores that are known; empty if none is
     * @param known the share of all weights whose scores are known, 0 to 1
     * @param missing the names of the others, sorted
     */
    public record HealthAssessment(OptionalDouble score, double known, List<String> missing) {

        /** Copies the list. */
        public HealthAssessment {
            missing = List.copyOf(missing);
        }
    }

    /**
     * Computes the health score from the scores of its parts.
     *
     * @param scores by name, each 0 to 100; one that has no weight is an error, one that isn't there is reported as missing
     */
    public HealthAssessment assess(Map<String, Double> scores) {
        scores.forEach((name, score) -> {
            if (!weights.containsKey(name)) {
                throw new IllegalArgumentException("there must be a weight for each score, got none for " + name);
            } else if (!(score >= 0 && score <= MAX_SCORE)) {
                throw new IllegalArgumentException("the score of " + name + " must be 0 to 100, got " + score);
            }
        });
        double all = 0;
        double known = 0;
        double sum = 0;
        List<String> missing = new ArrayList<>();
        for (Map.Entry<String, Double> weight : weights.entrySet()) {
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
}
