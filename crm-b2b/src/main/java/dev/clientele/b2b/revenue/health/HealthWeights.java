package dev.clientele.b2b.revenue.health;

import com.google.common.collect.ImmutableSortedMap;
import java.util.Map;

/**
 * The weights of the scores that make up an account's health. Immutable and thread-safe.
 *
 * @param weights by name, each above zero and finite; they needn't add up to anything
 */
public record HealthWeights(Map<String, Double> weights) {

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
}
