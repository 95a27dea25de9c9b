package dev.clientele.b2c.analytics;

import java.util.Arrays;

/**
 * The distribution of a number of days over those who have one: quartiles, interpolated linearly between the two
 * nearest where none stands exactly there (the seventh definition of Hyndman and Fan 1996, Sample Quantiles in
 * Statistical Packages, The American Statistician 50(4), 361-365), so that the median of an even number is the mean of
 * the middle two.
 *
 * @param count over how many, 1 or more
 * @param lowerQuartile below it lies a quarter
 * @param median below it lies one half
 * @param upperQuartile above it lies a quarter
 * @param mean the arithmetic mean
 */
public record DayQuartiles(long count, double lowerQuartile, double median, double upperQuartile, double mean) {

    private static final double QUARTER = 0.25;
    private static final double HALF = 0.5;

    /**
     * Computes the quartiles of numbers in any order; they are copied.
     *
     * @param days one number or more
     */
    public static DayQuartiles of(int[] days) {
        if (days.length == 0) {
            throw new IllegalArgumentException("days must not be empty");
        }
        int[] sorted = days.clone();
        Arrays.sort(sorted);
        long sum = 0;
        for (int day : sorted) {
            sum += day;
        }
        return new DayQuartiles(
                sorted.length,
                at(sorted, QUARTER),
                at(sorted, HALF),
                at(sorted, 1 - QUARTER),
                (double) sum / sorted.length);
    }

    private static double at(int[] sorted, double probability) {
        double place = probability * (sorted.length - 1);
        int below = (int) place;
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (place - below) * ((double) sorted[above] - sorted[below]);
    }
}
