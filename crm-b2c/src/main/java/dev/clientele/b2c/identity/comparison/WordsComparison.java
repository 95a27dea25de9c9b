package dev.clientele.b2c.identity.comparison;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Compares texts of several words in any order; words may be misspelt, shortened or left out, numbers may not. */
enum WordsComparison implements ValueComparison {
    INSTANCE;

    private static final List<String> LEVELS =
            List.of("equal", "same words or a slip", "one within the other", "half the words", "a word", "different");

    @Override
    public List<String> levels() {
        return LEVELS;
    }

    @Override
    public double[] expectedShares() {
        return new double[] {0.6, 0.15, 0.08, 0.07, 0.04, 0.06};
    }

    @Override
    public @Nullable ComparedValue prepare(@Nullable String raw) {
        String text = raw == null ? "" : NormalizedText.of(raw);
        return text.isEmpty() ? null : new ComparedValue(text, null, Words.of(text), Double.NaN);
    }

    @Override
    public int level(ComparedValue a, ComparedValue b) {
        if (a.sameText(b)) {
            return 0;
        }
        int shorter = Math.min(a.text().length(), b.text().length());
        if (shorter >= 3 && EditDistance.within(a, b, shorter >= 10 ? 2 : 1)) {
            return 1;
        }
        boolean inOrder = a.text().compareTo(b.text()) <= 0; // pairing is greedy, so that the order would show
        Words one = inOrder ? a.parts() : b.parts();
        Words other = inOrder ? b.parts() : a.parts();
        int shared = WordOverlap.lettersShared(one, other);
        if (shared == 0) {
            return 5;
        }
        double dice = (double) shared / (one.length() + other.length());
        if (dice >= 0.85) {
            return 1;
        }
        if (shared >= 1.7 * Math.min(one.length(), other.length())) {
            return 2;
        }
        return dice >= 0.5 ? 3 : 4;
    }
}
