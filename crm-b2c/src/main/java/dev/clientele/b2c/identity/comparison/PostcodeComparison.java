package dev.clientele.b2c.identity.comparison;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Compares postal codes; codes that begin alike lie near each other in most countries. */
enum PostcodeComparison implements ValueComparison {
    INSTANCE;

    private static final List<String> LEVELS = List.of("equal", "one slip", "same area", "different");

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
        String text = raw == null ? "" : NormalizedText.compact(raw);
        return text.isEmpty() ? null : ComparedValue.ofText(text);
    }

    @Override
    public int level(ComparedValue a, ComparedValue b) {
        if (a.sameText(b)) {
            return 0;
        }
        if (Math.min(a.text().length(), b.text().length()) >= 3 && EditDistance.within(a, b, 1)) {
            return 1;
        }
        int area = (Math.max(a.text().length(), b.text().length()) + 1) / 2;
        return area > 1 && a.text().regionMatches(0, b.text(), 0, area) ? 2 : 3;
    }
}
