package dev.clientele.examples.benchmarks.race;

import java.util.List;

/**
 * Where the figures of several rounds lie; NaN of none.
 *
 * @param min the least
 * @param median the middle one, or the mean of the middle two
 * @param max the greatest
 */
public record RoundStatistics(double min, double median, double max) {

    /** Of these figures. */
    public static RoundStatistics of(List<Double> figures) {
        if (figures.isEmpty()) {
            return new RoundStatistics(Double.NaN, Double.NaN, Double.NaN);
        }
        List<Double> sorted = figures.stream().sorted().toList();
        int size = sorted.size();
        double median = (sorted.get((size - 1) / 2) + sorted.get(size / 2)) / 2;
        return new RoundStatistics(sorted.get(0), median, sorted.get(size - 1));
    }
}
