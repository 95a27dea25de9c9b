package dev.clientele.b2c.identity.comparison;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Compares house, flat and unit numbers. */
enum HouseNumberComparison implements ValueComparison {
    INSTANCE;

    private static final List<String> LEVELS = List.of("equal", "one slip", "part of the other", "different");

    @Override
    public List<String> levels() {
        return LEVELS;
    }

    @Override
    public double[] expectedShares() {
        return new double[] {0.8, 0.07, 0.04, 0.09};
    }

    @Override
    public @Nullable ComparedValue prepare(@Nullable String raw) {
        String text = raw == null ? "" : NormalizedText.of(raw);
        return text.isEmpty() ? null : ComparedValue.ofText(text);
    }

    @Override
    public int level(ComparedValue a, ComparedValue b) {
        if (a.sameText(b)) {
            return 0;
        }
        if (Math.min(a.text().length(), b.text().length()) >= 2 && EditDistance.within(a, b, 1)) {
            return 1;
        }
        return a.text().contains(b.text()) || b.text().contains(a.text()) ? 2 : 3;
    }
}
