package dev.clientele.persistence.jdbc;

import org.jspecify.annotations.Nullable;

/** The order of text by code point. */
final class CodePoints {

    private CodePoints() {}

    /** Returns the first text that comes after all with this prefix; null if none does. */
    static @Nullable String prefixSuccessor(String prefix) {
        int end = prefix.length();
        while (end > 0) {
            int last = prefix.codePointBefore(end);
            end -= Character.charCount(last);
            if (last < Character.MAX_CODE_POINT) {
                // Surrogates are no characters: what follows U+D7FF is U+E000.
                int next = last + 1 == Character.MIN_SURROGATE ? Character.MAX_SURROGATE + 1 : last + 1;
                return prefix.substring(0, end) + Character.toString(next);
            }
        }
        return null;
    }
}
