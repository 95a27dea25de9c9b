package dev.clientele.b2b.insight.winning;

import com.google.common.collect.ImmutableSortedMap;
import java.util.Map;

/**
 * The features of a deal: categories and numbers by name. Immutable and thread-safe.
 *
 * @param categories by name: the stage, the source, the owner
 * @param numbers by name, finite: the amount, the age
 */
public record DealFeatures(Map<String, String> categories, Map<String, Double> numbers) {

    /** Copies the maps in the order of their names, so that sums over them are the same in every run, and checks that the numbers are finite. */
    public DealFeatures {
        categories = ImmutableSortedMap.copyOf(categories);
        numbers = ImmutableSortedMap.copyOf(numbers);
        numbers.forEach((name, number) -> {
            if (!Double.isFinite(number)) {
                throw new IllegalArgumentException(name + " must be finite, got " + number);
            }
        });
    }

    /** Returns features that are categories alone. */
    public static DealFeatures of(Map<String, String> words) {
        return new DealFeatures(words, Map.of());
    }

    /** Returns these features as an example of a deal that was won, or lost. */
    public TrainingExample toExample(boolean won) {
        return new TrainingExample(this, won);
    }
}
