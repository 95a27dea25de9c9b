package dev.clientele.b2b.insight.winning;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.RandomAccess;

/**
 * Many training examples in a few bytes each: a number for every category and word that occurs, and the numbers of each example. An
 * example is made anew whenever it is asked for. Can be read by several threads once it has been filled.
 */
final class CompactExamples extends AbstractList<TrainingExample> implements RandomAccess {

    private final Map<Word, Integer> numbers = new HashMap<>();
    private final List<Word> words = new ArrayList<>();
    private final IntSequence members = new IntSequence();
    private final IntSequence ends = new IntSequence();
    private final BitSet won = new BitSet();

    /** A word of a category. */
    private record Word(String category, String word) {}

    /** Appends an example with these words by category. */
    void append(Map<String, String> categories, boolean wasWon) {
        categories.forEach((category, word) -> members.add(number(new Word(category, word))));
        won.set(ends.size(), wasWon);
        ends.add(members.size());
    }

    private int number(Word word) {
        return numbers.computeIfAbsent(word, added -> {
            words.add(added);
            return words.size() - 1;
        });
    }

    @Override
    public TrainingExample get(int index) {
        Objects.checkIndex(index, size());
        Map<String, String> categories = new LinkedHashMap<>();
        for (int i = index == 0 ? 0 : ends.get(index - 1); i < ends.get(index); i++) {
            Word word = words.get(members.get(i));
            categories.put(word.category(), word.word());
        }
        return DealFeatures.of(categories).toExample(won.get(index));
    }

    @Override
    public int size() {
        return ends.size();
    }
}
