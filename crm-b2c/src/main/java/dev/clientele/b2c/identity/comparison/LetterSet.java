package dev.clientele.b2c.identity.comparison;

/** The letters that occur in a text as 64 bits; two sets that differ much rule out that the texts are near, without reading them. */
final class LetterSet {
    private LetterSet() {}

    static long of(String text, int start, int end) {
        long set = 0;
        for (int i = start; i < end; i++) {
            set |= 1L << (text.charAt(i) & 63);
        }
        return set;
    }

    /** A lower bound of the edits between two texts: each edit removes at most one letter from either side. */
    static int leastEdits(long a, long b) {
        return Math.max(Long.bitCount(a & ~b), Long.bitCount(b & ~a));
    }

    /** An upper bound of the Jaro similarity: letters found on one side only can't match. */
    static double mostJaro(long a, int lengthA, long b, int lengthB) {
        int matches = Math.min(lengthA - Long.bitCount(a & ~b), lengthB - Long.bitCount(b & ~a));
        if (matches <= 0) {
            return 0;
        }
        return ((double) matches / lengthA + (double) matches / lengthB + 1) / 3;
    }
}
