package dev.clientele.b2c.identity.comparison;

import dev.clientele.core.text.CaseFolding;
import java.text.Normalizer;
import java.util.Objects;
import java.util.Set;

/**
 * The form in which texts are compared: compatibility forms unified, case folded, European accents removed, everything
 * but letters and digits a single space, apostrophes nothing at all.
 *
 * <p>Only marks of the Latin, Greek and Cyrillic scripts go; vowel signs of Devanagari or Thai and voicing marks of
 * Japanese carry meaning and stay. A text that is longer than {@value #MAX_LENGTH} characters keeps its beginning and a
 * fingerprint of the rest, so that comparing costs the same however long a hostile text is and yet two long texts are
 * equal only if they are equal throughout. Normalising twice changes nothing.
 */
public final class NormalizedText {

    /** The most characters that a normalised text has. */
    public static final int MAX_LENGTH = 128;

    private static final Set<String> PLACEHOLDERS = Set.of(
            "null",
            "none",
            "nil",
            "nan",
            "na",
            "n a",
            "unknown",
            "not known",
            "unk",
            "undefined",
            "not given",
            "not available",
            "not provided",
            "anonymous",
            "missing",
            "tbd");

    private NormalizedText() {}

    /** Returns the normalised text; empty where nothing remains or where it only says that the value is not known. */
    public static String of(String raw) {
        String plain = plain(Objects.requireNonNull(raw, "raw"));
        return PLACEHOLDERS.contains(plain) ? "" : plain;
    }

    /** Returns only the letters and digits of the normalised text. */
    public static String compact(String raw) {
        return of(raw).replace(" ", "");
    }

    private static String plain(String raw) {
        String text = raw.length() > 8 * MAX_LENGTH ? bounded(raw, 4 * MAX_LENGTH) : raw;
        String folded = isAscii(text) ? text : unaccented(text);
        StringBuilder plain = new StringBuilder(folded.length());
        boolean gap = false;
        for (int i = 0; i < folded.length(); ) {
            int letter = folded.codePointAt(i);
            i += Character.charCount(letter);
            int kept = letter >= 'A' && letter <= 'Z' ? letter + ('a' - 'A') : letter;
            if (isWordPart(kept)) {
                if (gap && plain.length() > 0) {
                    plain.append(' ');
                }
                gap = false;
                plain.appendCodePoint(kept);
            } else if (!isApostrophe(kept)) {
                gap = true;
            }
        }
        return plain.length() > MAX_LENGTH ? bounded(plain.toString(), MAX_LENGTH) : plain.toString();
    }

    private static String unaccented(String text) {
        String decomposed = Normalizer.normalize(
                CaseFolding.fold(Normalizer.normalize(text, Normalizer.Form.NFKC)), Normalizer.Form.NFD);
        StringBuilder kept = new StringBuilder(decomposed.length());
        for (int i = 0; i < decomposed.length(); i++) {
            char letter = decomposed.charAt(i);
            if (letter < '\u0300' || letter > '\u036f') {
                SpecialLetters.append(letter, kept);
            }
        }
        return Normalizer.normalize(kept, Normalizer.Form.NFC);
    }

    /** The beginning of a long text and a fingerprint of all of it. */
    private static String bounded(String text, int length) {
        long rest = Fingerprint.of(text);
        int end = length - 17;
        if (Character.isHighSurrogate(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(0, end).stripTrailing() + " " + Long.toUnsignedString(rest, 36);
    }

    private static boolean isWordPart(int letter) {
        if (letter < 0x80) {
            return (letter >= 'a' && letter <= 'z') || (letter >= '0' && letter <= '9');
        }
        int type = Character.getType(letter);
        return Character.isLetterOrDigit(letter)
                || type == Character.NON_SPACING_MARK
                || type == Character.COMBINING_SPACING_MARK;
    }

    private static boolean isApostrophe(int letter) {
        return letter == '\'' || letter == '\u2019' || letter == '\u02bc' || letter == '`';
    }

    private static boolean isAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= 0x80) {
                return false;
            }
        }
        return true;
    }
}
