package dev.clientele.b2c.identity.comparison;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Compares telephone numbers by their last nine digits, so that a country code or a trunk zero doesn't matter. */
enum PhoneComparison implements ValueComparison {
    INSTANCE;

    private static final List<String> LEVELS = List.of("equal", "one slip", "same last six digits", "different");

    @Override
    public List<String> levels() {
        return LEVELS;
    }

    @Override
    public double[] expectedShares() {
        return new double[] {0.75, 0.06, 0.03, 0.16};
    }

    @Override
    public @Nullable ComparedValue prepare(@Nullable String raw) {
        String digits = raw == null ? "" : Digits.of(raw, 32);
        return digits.length() < 4
                ? null
                : new ComparedValue(digits.substring(Math.max(0, digits.length() - 9)), digits, Words.NONE, Double.NaN);
    }

    @Override
    public int level(ComparedValue a, ComparedValue b) {
        if (a.sameText(b)) {
            return 0;
        }
        if (EditDistance.within(a, b, 1) || EditDistance.within(all(a), all(b), 1)) {
            return 1;
        }
        String tail = a.text().substring(Math.max(0, a.text().length() - 6));
        return tail.length() == 6 && b.text().endsWith(tail) ? 2 : 3;
    }

    private static String all(ComparedValue value) {
        return value.sound() == null ? value.text() : value.sound();
    }
}
