package dev.clientele.core.text;

import com.google.common.base.CharMatcher;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Objects;

/**
 * The form under which spellings that differ only in case are the same text.
 *
 * <p>Folding takes the full upper-case form, then the simple lower-case form of each code point, then Unicode NFC. It asks
 * no locale: on a Turkish machine {@code "ISTANBUL"} folds to {@code "istanbul"} as anywhere else. The dotted and the
 * dotless i of Turkish fold to the same letter, final sigma folds to sigma, and ß folds to {@code ss}. Accents stay.
 *
 * <p>A folded text is for matching only; people are shown what they wrote. Folding twice changes nothing. The result
 * depends on the Unicode version of the running JDK only for characters that are new in it.
 */
public final class CaseFolding {
    private CaseFolding() {}

    /** Returns the folded form; never null, empty for empty text. */
    public static String fold(String text) {
        Objects.requireNonNull(text, "text");
        if (CharMatcher.ascii().matchesAllOf(text)) {
            return text.toLowerCase(Locale.ROOT);
        }
        // Composing accents can make a letter that folds once more; the second pass settles it.
        return foldOnce(foldOnce(text));
    }

    private static String foldOnce(String text) {
        String composed = Normalizer.normalize(text, Normalizer.Form.NFC);
        String upper = composed.toUpperCase(Locale.ROOT);
        StringBuilder folded = new StringBuilder(upper.length());
        upper.codePoints().map(Character::toLowerCase).forEach(folded::appendCodePoint);
        return Normalizer.normalize(folded, Normalizer.Form.NFC);
    }
}
