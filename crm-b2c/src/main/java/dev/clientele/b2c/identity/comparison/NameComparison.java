package dev.clientele.b2c.identity.comparison;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Compares single names: slips of the hand, other spellings of the same sound, initials and parts. */
enum NameComparison implements ValueComparison {
    INSTANCE;

    private static final List<String> LEVELS = List.of("equal", "one slip", "alike", "part of the other", "different");
    private static final double ALIKE = 0.88;

    @Override
    public List<String> levels() {
        return LEVELS;
    }

    @Override
    public double[] expectedShares() {
        return new double[] {0.75, 0.1, 0.06, 0.03, 0.06};
    }

    @Override
    public @Nullable ComparedValue prepare(@Nullable String raw) {
        String text = raw == null ? "" : NormalizedText.of(raw);
        return text.isEmpty() ? null : new ComparedValue(text, Phonetics.soundOf(text), Words.NONE, Double.NaN);
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
        if (isPart(a.text(), b.text()) || isPart(b.text(), a.text())) {
            return 3;
        }
        boolean alike = shorter >= 3
                && ((a.sound() != null && a.sound().equals(b.sound()))
                        || JaroWinkler.reaches(a, b, ALIKE)
                        || (shorter >= 6 && EditDistance.within(a, b, 2)));
        return alike ? 2 : 4;
    }

    /** Returns true if a name is an initial, a short form of three letters or more, or a whole word of a longer one. */
    private static boolean isPart(String part, String whole) {
        if (part.length() >= whole.length()) {
            return false;
        }
        if (whole.startsWith(part)) {
            return part.length() == 1 || part.length() >= 3 || whole.charAt(part.length()) == ' ';
        }
        int at = part.length() < 2 ? -1 : whole.indexOf(part);
        return at > 0
                && whole.charAt(at - 1) == ' '
                && (at + part.length() == whole.length() || whole.charAt(at + part.length()) == ' ');
    }
}
