package dev.clientele.b2c.identity.comparison;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A value normalised once and ready to be compared many times; made by {@link ValueComparison#prepare}.
 *
 * <p>Two values of one kind are equal when their normalised texts are.
 */
public final class ComparedValue {
    private final String text;
    private final long fingerprint;
    private final long letters;
    private final @Nullable String sound;
    private final Words words;
    private final double quantity;

    ComparedValue(String text, @Nullable String sound, Words words, double quantity) {
        this.text = text;
        this.fingerprint = Fingerprint.of(text);
        this.letters = LetterSet.of(text, 0, text.length());
        this.sound = sound;
        this.words = words;
        this.quantity = quantity;
    }

    static ComparedValue ofText(String text) {
        return new ComparedValue(text, null, Words.NONE, Double.NaN);
    }

    /** Returns the normalised text, never empty. */
    public String text() {
        return text;
    }

    /** Returns the fingerprint of the normalised text, the same on every machine. */
    public long fingerprint() {
        return fingerprint;
    }

    /** Returns the phonetic code; null where the kind or the script has none. */
    public @Nullable String sound() {
        return sound;
    }

    /** Returns the words in the order of the text, at most {@value Words#MAX}; empty where the kind isn't compared by words. */
    public List<String> words() {
        return words.list();
    }

    /** Returns how many words there are. */
    public int wordCount() {
        return words.count();
    }

    /** Returns the word at an index. */
    public String word(int index) {
        return words.word(index);
    }

    Words parts() {
        return words;
    }

    long letters() {
        return letters;
    }

    double quantity() {
        return quantity;
    }

    boolean sameText(ComparedValue other) {
        return fingerprint == other.fingerprint && text.equals(other.text);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ComparedValue value && sameText(value);
    }

    @Override
    public int hashCode() {
        return Long.hashCode(fingerprint);
    }

    /** Returns a text without the value, which may be personal. */
    @Override
    public String toString() {
        return "ComparedValue[length=" + text.length() + "]";
    }
}
