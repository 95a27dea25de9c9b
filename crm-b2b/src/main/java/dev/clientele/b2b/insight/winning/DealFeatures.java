package dev.clientele.b2b.insight.winning;

import com.google.common.collect.ImmutableMap;
import java.util.Map;

/**
 * What is known of a deal. Immutable and thread-safe.
 *
 * @param categories by name: the stage, the source, the owner
 * @param numbers by name, finite: the amount, the age
 */
public record DealFeatures(Map<String, String> categories, Map<String, Double> numbers) {

    /** Copies, and checks that the numbers are finite. */
    public DealFeatures {
        categories = ImmutableMap.copyOf(categories);
        numbers = ImmutableMap.copyOf(numbers);
        numbers.forEach((name, number) -> {
            if (!Double.isFinite(number)) {
                throw new IllegalArgumentException(name + " must be finite, got " + number);
            }
        });
    }

    /** A case of words alone. */
    public static DealFeatures of(Map<String, String> words) {
        return new DealFeatures(words, Map.of());
    }

    /** This case as one that was won, or lost. */
    public TrainingExample toExample(boolean won) {
        return new TrainingExample(this, won);
    }
}
