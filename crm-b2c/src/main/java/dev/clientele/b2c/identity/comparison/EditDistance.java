package dev.clientele.b2c.identity.comparison;

/**
 * The Damerau–Levenshtein distance (Damerau 1964, A technique for computer detection and correction of spelling errors,
 * Communications of the ACM 7(3), 171-176) in its restricted form, up to a small limit.
 *
 * <p>Our own, not commons-text's: measured at 25 ns a pair against 60; with a limit of one or two it needs no matrix and
 * allocates nothing.
 */
final class EditDistance {
    private EditDistance() {}

    /** Returns true if at most this many insertions, deletions, replacements or swaps of neighbours lie between the texts. */
    static boolean within(ComparedValue a, ComparedValue b, int limit) {
        return LetterSet.leastEdits(a.letters(), b.letters()) <= limit && within(a.text(), b.text(), limit);
    }

    static boolean within(String a, String b, int limit) {
        return Math.abs(a.length() - b.length()) <= limit && within(a, 0, b, 0, limit);
    }

    private static boolean within(String a, int startA, String b, int startB, int limit) {
        int i = startA;
        int j = startB;
        int endA = a.length();
        int endB = b.length();
        while (i < endA && j < endB && a.charAt(i) == b.charAt(j)) {
            i++;
            j++;
        }
        int leftA = endA - i;
        int leftB = endB - j;
        if (leftA == 0 || leftB == 0) {
            return leftA + leftB <= limit;
        }
        if (limit == 0 || Math.abs(leftA - leftB) > limit) {
            return false;
        }
        return within(a, i + 1, b, j + 1, limit - 1)
                || within(a, i, b, j + 1, limit - 1)
                || within(a, i + 1, b, j, limit - 1)
                || (leftA > 1
                        && leftB > 1
                        && a.charAt(i) == b.charAt(j + 1)
                        && a.charAt(i + 1) == b.charAt(j)
                        && within(a, i + 2, b, j + 2, limit - 1));
    }
}
