package dev.clientele.b2c.identity;

import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;

/** The text under which a key is stored. */
final class LinkKeyText {

    static final int MAX_LENGTH = 16;

    private LinkKeyText() {}

    static String of(long key) {
        return Long.toUnsignedString(key, 36);
    }

    static long parse(String text) {
        return Long.parseUnsignedLong(text, 36);
    }

    static Set<String> of(Collection<Long> keys) {
        Set<String> texts = new TreeSet<>();
        keys.forEach(key -> texts.add(of(key)));
        return texts;
    }
}
