package dev.clientele.b2c.identity.comparison;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Compares numbers that an authority or a system gave out. */
enum IdentifierComparison implements ValueComparison {
    INSTANCE;

    private static final List<String> LEVELS = List.of("equal", "one slip", "two slips", "different");

    @Override
    public List<String> levels() {
        return LEVELS;
    }

    @Override
    public double[] expectedShares() {
        return new double[] {0.85, 0.06, 0.03, 0.06};
    }

    @Override
    public @Nullable ComparedValue prepare(@Nullable String raw) {
        String text = raw == null ? "" : NormalizedText.compact(raw);
        return text.isEmpty() ? null : ComparedValue.ofText(text);
    }

    @Override
    public int level(ComparedValue a, ComparedValue b) {
        if (a.sameText(b)) {
            return 0;
        }
        int shorter = Math.min(a.text().length(), b.text().length());
        if (shorter >= 3 && EditDistance.within(a, b, 1)) {
            return 1;
        }
        return shorter >= 6 && EditDistance.within(a, b, 2) ? 2 : 3;
    }
}
