package dev.clientele.b2c.identity.comparison;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Compares quantities by how far they lie apart. */
enum QuantityComparison implements ValueComparison {
    INSTANCE;

    private static final List<String> LEVELS =
            List.of("equal", "within one or one in a hundred", "within a tenth", "different");

    @Override
    public List<String> levels() {
        return LEVELS;
    }

    @Override
    public double[] expectedShares() {
        return new double[] {0.75, 0.1, 0.07, 0.08};
    }

    @Override
    public @Nullable ComparedValue prepare(@Nullable String raw) {
        Double number = raw == null ? null : Digits.number(raw);
        return number == null ? null : new ComparedValue(Double.toString(number), null, Words.NONE, number);
    }

    @Override
    public int level(ComparedValue a, ComparedValue b) {
        if (a.sameText(b)) {
            return 0;
        }
        double apart = Math.abs(a.quantity() - b.quantity());
        double larger = Math.max(Math.abs(a.quantity()), Math.abs(b.quantity()));
        if ((apart <= 1 && larger >= 10) || apart <= 0.01 * larger) {
            return 1;
        }
        return apart <= 0.1 * larger ? 2 : 3;
    }
}
