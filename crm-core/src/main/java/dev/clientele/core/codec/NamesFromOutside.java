package dev.clientele.core.codec;

import com.google.common.base.Ascii;
import com.google.common.base.CharMatcher;

/** Makes names that somebody sent fit to be told in a message: no longer than a name can be, and of plain characters only. */
public final class NamesFromOutside {

    private static final int LONGEST = 64;
    private static final CharMatcher PLAIN = CharMatcher.inRange(' ', '~');

    private NamesFromOutside() {}

    /** Returns the name with {@code ?} for whatever isn't a printable ASCII character, and cut after 64 characters. */
    public static String shorten(String name) {
        return PLAIN.negate().replaceFrom(Ascii.truncate(name, LONGEST, "..."), '?');
    }
}
