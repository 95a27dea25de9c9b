package dev.clientele.b2b.insight.winning;

import com.google.common.collect.HashBasedTable;
import com.google.common.collect.Table;
import com.google.common.collect.TreeBasedTable;
import com.google.common.math.StatsAccumulator;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The encoding of deals as rows of numbers: 1, then 1 or 0 for each word that is common enough, then each number in
 * standard deviations.
 *
 * @param words where each word stands, by name and word
 * @param numbers where each number stands and how it is scaled, by name
 * @param size how many numbers a row has
 */
record FeatureEncoding(Table<String, String, Integer> words, Map<String, FeatureScale> numbers, int size) {

    private static final int MIN_OCCURRENCES = 5;

    /** The column of a number, with the mean subtracted and the deviation divided by. */
    record FeatureScale(int place, double mean, double deviation) {}

    static FeatureEncoding of(Iterable<TrainingExample> cases) {
        Table<String, String, Integer> counts = TreeBasedTable.create();
        SortedMap<String, StatsAccumulator> stats = new TreeMap<>();
        for (TrainingExample example : cases) {
            DealFeatures each = example.features();
            each.categories().forEach((name, word) -> counts.row(name).merge(word, 1, Integer::sum));
            each.numbers()
                    .forEach((name, number) -> stats.computeIfAbsent(name, unused -> new StatsAccumulator())
                            .add(number));
        }
        int place = 1;
        Table<String, String, Integer> words = HashBasedTable.create();
        for (Map.Entry<String, Map<String, Integer>> name : counts.rowMap().entrySet()) {
            for (Map.Entry<String, Integer> word : name.getValue().entrySet()) {
                if (word.getValue() >= MIN_OCCURRENCES) {
                    words.put(name.getKey(), word.getKey(), place++);
                }
            }
        }
        Map<String, FeatureScale> numbers = new HashMap<>();
        for (Map.Entry<String, StatsAccumulator> name : stats.entrySet()) {
            double deviation = name.getValue().populationStandardDeviation();
            if (deviation > 0) {
                numbers.put(
                        name.getKey(), new FeatureScale(place++, name.getValue().mean(), deviation));
            }
        }
        return new FeatureEncoding(words, numbers, place);
    }

    double[] encode(DealFeatures known) {
        double[] row = new double[size];
        row[0] = 1;
        known.categories().forEach((name, word) -> {
            Integer place = words.get(name, word);
            if (place != null) {
                row[place] = 1;
            }
        });
        known.numbers().forEach((name, number) -> {
            FeatureScale scale = numbers.get(name);
            if (scale != null) {
                row[scale.place()] = (number - scale.mean()) / scale.deviation();
            }
        });
        return row;
    }
}
