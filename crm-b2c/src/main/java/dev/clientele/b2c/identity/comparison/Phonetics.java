package dev.clientele.b2c.identity.comparison;

import org.apache.commons.codec.language.DoubleMetaphone;
import org.jspecify.annotations.Nullable;

/** The sound of a name in Latin letters (Philips 2000, The Double Metaphone Search Algorithm, C/C++ Users Journal 18(6)). */
final class Phonetics {
    private static final DoubleMetaphone METAPHONE = new DoubleMetaphone();

    private Phonetics() {}

    /** The code of the first word of at least two letters; null in other scripts and where no sound remains. */
    static @Nullable String soundOf(String text) {
        int end = text.indexOf(' ');
        String word = end < 0 ? text : text.substring(0, end < 3 ? text.length() : end);
        for (int i = 0; i < word.length(); i++) {
            char letter = word.charAt(i);
            if (letter != ' ' && (letter < 'a' || letter > 'z')) {
                return null;
            }
        }
        String code = word.length() > 40 ? null : METAPHONE.doubleMetaphone(word);
        return code == null || code.isEmpty() ? null : code;
    }
}
