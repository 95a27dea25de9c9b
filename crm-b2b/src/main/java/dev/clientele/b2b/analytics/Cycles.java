package dev.clientele.b2b.analytics;

import java.util.Arrays;
import java.util.Collection;
import java.util.OptionalDouble;

/** How many days each of many deals took. Immutable and thread-safe. */
public final class Cycles {

    private final int[] sorted;

    private Cycles(int[] sorted) {
        this.sorted = sorted;
    }

    /**
     * These numbers of days, in any order.
     *
     * @param days each zero or more
     */
    public static Cycles of(Collection<Integer> days) {
        int[] sorted = days.stream().mapToInt(Integer::intValue).sorted().toArray();
        if (sorted.length > 0 && sorted[0] < 0) {
            throw new IllegalArgumentException("days must be zero or more, got " + sorted[0]);
        }
        return new Cycles(sorted);
    }

    /** How many deals. */
    public int count() {
        return sorted.length;
    }

    /** The mean number of days; empty without any deal. */
    public OptionalDouble mean() {
        return Arrays.stream(sorted).average();
    }

    /**
     * The number of days within which a share of the deals was through, by linear interpolation between the deals next to it
     * (definition 7 of R. J. Hyndman and Y. Fan, <i>Sample quantiles in statistical packages</i>, The American Statistician 50
     * (1996)); empty without any deal.
     *
     * @param share 0 to 1
     */
    public OptionalDouble percentile(double share) {
        if (!(share >= 0 && share <= 1)) {
            throw new IllegalArgumentException("share must be 0 to 1, got " + share);
        } else if (sorted.length == 0) {
            return OptionalDouble.empty();
        }
        double place = share * (sorted.length - 1);
        int below = (int) Math.floor(place);
        int above = Math.min(below + 1, sorted.length - 1);
        return OptionalDouble.of(sorted[below] + (place - below) * (sorted[above] - sorted[below]));
    }

    /** The number of days within which half of the deals were through; empty without any deal. */
    public OptionalDouble median() {
        return percentile(0.5);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Cycles cycles && Arrays.equals(cycles.sorted, sorted);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(sorted);
    }

    @Override
    public String toString() {
        return sorted.length + " deals"
                + (sorted.length == 0 ? "" : " of " + sorted[0] + " to " + sorted[sorted.length - 1] + " days");
    }
}
