package dev.clientele.b2c.identity.comparison;

/** Pairs the words of two texts, equal ones first, then those that are near, and counts their letters. */
final class WordOverlap {
    private static final double NEAR = 0.9;

    private WordOverlap() {}

    /** Letters of paired words on both sides together. */
    static int lettersShared(Words a, Words b) {
        int letters = 0;
        int pairedA = 0;
        int pairedB = 0;
        for (int nearness = 0; nearness < 2; nearness++) {
            for (int i = 0; i < a.count(); i++) {
                for (int j = 0; j < b.count() && (pairedA & 1 << i) == 0; j++) {
                    if ((pairedB & 1 << j) == 0 && (nearness == 0 ? equal(a, i, b, j) : near(a, i, b, j))) {
                        pairedA |= 1 << i;
                        pairedB |= 1 << j;
                        letters += a.word(i).length() + b.word(j).length();
                    }
                }
            }
        }
        return letters;
    }

    private static boolean equal(Words a, int i, Words b, int j) {
        return a.letters(i) == b.letters(j) && a.word(i).equals(b.word(j));
    }

    private static boolean near(Words a, int i, Words b, int j) {
        String one = a.word(i);
        String other = b.word(j);
        if (Character.isDigit(one.charAt(0)) || Character.isDigit(other.charAt(0))) {
            return false;
        }
        int shorter = Math.min(one.length(), other.length());
        if (shorter == 1 || shorter >= 3) {
            if (one.startsWith(other) || other.startsWith(one)) {
                return true;
            }
        }
        return (shorter >= 3 && JaroWinkler.reaches(one, a.letters(i), other, b.letters(j), NEAR))
                || contracts(one, other)
                || contracts(other, one);
    }

    /** Returns true if a word is another without some of its letters, as {@code blvd} or {@code rd}: from the first to the last. */
    private static boolean contracts(String one, String other) {
        int end = one.length() - 1;
        if (end < 1
                || end >= other.length() - 1
                || one.charAt(0) != other.charAt(0)
                || one.charAt(end) != other.charAt(other.length() - 1)) {
            return false;
        }
        int next = 0;
        for (int i = 0; i < other.length() && next <= end; i++) {
            next += one.charAt(next) == other.charAt(i) ? 1 : 0;
        }
        return next > end && one.chars().noneMatch(letter -> "aeiou".indexOf(letter) >= 0);
    }
}
