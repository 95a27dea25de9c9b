package dev.clientele.examples.benchmarks.race;

import java.util.List;

/**
 * Where the figures of several rounds lie; NaN of none.
 *
 * @param least the least
 * @param median the middle one, or the mean of the middle two
 * @param greatest the greatest
 */
public record Spread(double least, double median, double greatest) {

    /** Of these figures. */
    public static Spread of(List<Double> figures) {
        if (figures.isEmpty()) {
            return new Spread(Double.NaN, Double.NaN, Double.NaN);
        }
        List<Double> sorted = figures.stream().sorted().toList();
        int size = sorted.size();
        double median = (sorted.get((size - 1) / 2) + sorted.get(size / 2)) / 2;
        return new Spread(sorted.get(0), median, sorted.get(size - 1));
    }
}
