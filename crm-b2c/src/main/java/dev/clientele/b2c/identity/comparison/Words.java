package dev.clientele.b2c.identity.comparison;

import java.util.List;

/** The words of a normalised text and their letters, at most {@value #MAX}. */
final class Words {
    static final int MAX = 16;
    static final Words NONE = new Words(List.of());

    private final String[] words;
    private final long[] letters;
    private final int length;

    private Words(List<String> words) {
        this.words = words.toArray(String[]::new);
        this.letters = words.stream()
                .mapToLong(word -> LetterSet.of(word, 0, word.length()))
                .toArray();
        this.length = words.stream().mapToInt(String::length).sum();
    }

    static Words of(String text) {
        String[] parts = text.split(" ", MAX + 1);
        return new Words(List.of(parts).subList(0, Math.min(MAX, parts.length)));
    }

    List<String> list() {
        return List.of(words);
    }

    int count() {
        return words.length;
    }

    /** Letters in all words. */
    int length() {
        return length;
    }

    String word(int index) {
        return words[index];
    }

    long letters(int index) {
        return letters[index];
    }
}
