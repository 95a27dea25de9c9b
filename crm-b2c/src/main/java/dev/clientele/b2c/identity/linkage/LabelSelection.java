package dev.clientele.b2c.identity.linkage;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Chooses the pairs whose labels tell most: those the model is least sure of (Lewis and Gale 1994, A Sequential Algorithm for
 * Training Text Classifiers, SIGIR, 3-12), no record twice.
 */
public final class LabelSelection {
    private LabelSelection() {}

    /** Returns at most {@code count} pairs to ask for, the least sure first; the same for the same pairs in any order. */
    public static List<ScoredPair> choose(List<ScoredPair> pairs, int count) {
        if (count < 0) {
            throw new IllegalArgumentException("count must not be negative but was " + count);
        }
        List<ScoredPair> byDoubt = new ArrayList<>(pairs);
        byDoubt.sort(Comparator.comparingDouble((ScoredPair pair) -> Math.abs(pair.score()))
                .thenComparing(Comparator.naturalOrder()));
        List<ScoredPair> chosen = new ArrayList<>();
        Set<RecordRef> asked = new HashSet<>();
        for (ScoredPair pair : byDoubt) {
            if (chosen.size() < count && !asked.contains(pair.first()) && !asked.contains(pair.second())) {
                asked.add(pair.first());
                asked.add(pair.second());
                chosen.add(pair);
            }
        }
        return chosen;
    }
}
