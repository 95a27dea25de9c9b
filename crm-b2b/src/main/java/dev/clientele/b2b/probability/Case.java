package dev.clientele.b2b.probability;

import java.util.Map;

/**
 * What is known of a deal. Immutable and thread-safe.
 *
 * @param words by name: the stage, the source, the owner
 * @param numbers by name, finite: the amount, the age
 */
public record Case(Map<String, String> words, Map<String, Double> numbers) {

    /** Copies, and checks that the numbers are finite. */
    public Case {
        words = Map.copyOf(words);
        numbers = Map.copyOf(numbers);
        numbers.forEach((name, number) -> {
            if (!Double.isFinite(number)) {
                throw new IllegalArgumentException(name + " must be finite, got " + number);
            }
        });
    }

    /** A case of words alone. */
    public static Case of(Map<String, String> words) {
        return new Case(words, Map.of());
    }

    /** This case as one that was won, or lost. */
    public ClosedCase closed(boolean won) {
        return new ClosedCase(this, won);
    }
}
