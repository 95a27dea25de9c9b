package dev.clientele.persistence.criteria;

import java.util.Comparator;

/**
 * The order of text by Unicode code point, which is also the order of the UTF-8 bytes.
 *
 * <p>{@link String#compareTo} orders by UTF-16 unit and so puts an emoji (U+1F600) before U+FFFD; databases that compare
 * bytes don't.
 */
enum CodePointOrder implements Comparator<String> {
    INSTANCE;

    @Override
    public int compare(String left, String right) {
        int end = Math.min(left.length(), right.length());
        for (int i = 0; i < end; i++) {
            char a = left.charAt(i);
            char b = right.charAt(i);
            if (a != b) {
                return Integer.compare(rank(a), rank(b));
            }
        }
        return Integer.compare(left.length(), right.length());
    }

    /** Lifts surrogates above the rest of the basic plane, so that units compare as the code points they belong to. */
    private static int rank(char unit) {
        return Character.isSurrogate(unit) ? unit + 0x10000 : unit;
    }
}
