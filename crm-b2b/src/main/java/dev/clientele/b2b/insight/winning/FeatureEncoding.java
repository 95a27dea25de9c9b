package dev.clientele.b2b.insight.winning;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Cases as rows of numbers: 1, then 1 or 0 for each word that is common enough, then each number in standard deviations.
 *
 * @param words where each word stands, by name and word
 * @param numbers where each number stands and how it is scaled, by name
 * @param size how many numbers a row has
 */
record FeatureEncoding(Map<String, Map<String, Integer>> words, Map<String, FeatureScale> numbers, int size) {

    private static final int MIN_OCCURRENCES = 5;

    /** Where a number stands, and what it is less and divided by. */
    record FeatureScale(int place, double mean, double deviation) {}

    static FeatureEncoding of(List<DealFeatures> cases) {
        Map<String, Map<String, Integer>> counts = new TreeMap<>();
        Map<String, double[]> sums = new TreeMap<>();
        for (DealFeatures each : cases) {
            each.categories()
                    .forEach((name, word) -> counts.computeIfAbsent(name, unused -> new TreeMap<>())
                            .merge(word, 1, Integer::sum));
            each.numbers().forEach((name, number) -> {
                double[] sum = sums.computeIfAbsent(name, unused -> new double[3]);
                sum[0]++;
                sum[1] += number;
            });
        }
        int place = 1;
        Map<String, Map<String, Integer>> words = new HashMap<>();
        for (Map.Entry<String, Map<String, Integer>> name : counts.entrySet()) {
            Map<String, Integer> places = new HashMap<>();
            for (Map.Entry<String, Integer> word : name.getValue().entrySet()) {
                if (word.getValue() >= MIN_OCCURRENCES) {
                    places.put(word.getKey(), place++);
                }
            }
            words.put(name.getKey(), places);
        }
        for (DealFeatures each : cases) {
            each.numbers().forEach((name, number) -> {
                double[] sum = sums.getOrDefault(name, new double[3]);
                double from = number - sum[1] / sum[0];
                sum[2] += from * from;
            });
        }
        Map<String, FeatureScale> numbers = new HashMap<>();
        for (Map.Entry<String, double[]> name : sums.entrySet()) {
            double[] sum = name.getValue();
            double deviation = Math.sqrt(sum[2] / sum[0]);
            if (deviation > 0) {
                numbers.put(name.getKey(), new FeatureScale(place++, sum[1] / sum[0], deviation));
            }
        }
        return new FeatureEncoding(words, numbers, place);
    }

    double[] encode(DealFeatures known) {
        double[] row = new double[size];
        row[0] = 1;
        known.categories().forEach((name, word) -> {
            Integer place = words.getOrDefault(name, Map.of()).get(word);
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
