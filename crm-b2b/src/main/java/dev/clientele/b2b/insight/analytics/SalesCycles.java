package dev.clientele.b2b.insight.analytics;

import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;

/** The lengths of the sales cycles of many deals, in days. Immutable and thread-safe. */
public final class SalesCycles {

    /** The numbers of days that occur, ascending, and how many deals took that long or less. */
    private final int[] days;

    private final int[] upTo;

    private SalesCycles(int[] days, int[] upTo) {
        this.days = days;
        this.upTo = upTo;
    }

    /**
     * Returns the cycles of these numbers of days, in any order.
     *
     * @param days each zero or more
     */
    public static SalesCycles of(Collection<Integer> days) {
        Map<Integer, Long> deals = new TreeMap<>();
        days.forEach(number -> deals.merge(number, 1L, Long::sum));
        return ofCounts(deals);
    }

    /**
     * Returns the cycles of so many deals by the number of days that they took.
     *
     * @param deals numbers of days, zero or more, and how many deals took each, one or more
     */
    public static SalesCycles ofCounts(Map<Integer, Long> deals) {
        int[] days = new int[deals.size()];
        int[] upTo = new int[deals.size()];
        int next = 0;
        long count = 0;
        for (Map.Entry<Integer, Long> entry : new TreeMap<>(deals).entrySet()) {
            if (entry.getKey() < 0) {
                throw new IllegalArgumentException("days must be zero or more, got " + entry.getKey());
            }
            if (entry.getValue() < 1) {
                throw new IllegalArgumentException("deals must be one or more, got " + entry.getValue());
            }
            count += entry.getValue();
            days[next] = entry.getKey();
            upTo[next++] = Math.toIntExact(count);
        }
        return new SalesCycles(days, upTo);
    }

    /** Counts the deals. */
    public int count() {
        return upTo.length == 0 ? 0 : upTo[upTo.length - 1];
    }

    /** Returns the mean number of days; empty without any deal. */
    public OptionalDouble mean() {
        long sum = 0;
        int before = 0;
        for (int i = 0; i < days.length; i++) {
            sum += (long) days[i] * (upTo[i] - before);
            before = upTo[i];
        }
        return before == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) sum / before);
    }

    /**
     * Returns the number of days within which a share of the deals was closed, by linear interpolation between the
     * deals next to it (definition 7 of R. J. Hyndman and Y. Fan, <i>Sample quantiles in statistical packages</i>, The
     * American Statistician 50 (1996)); empty without any deal. J. Hyndman and Y. Fan, <i>Sample quantiles in
     * statistical packages</i>, The American Statistician 50 (1996)); empty without any deal.
     *
     * @param share 0 to 1
     */
    public OptionalDouble percentile(double share) {
        if (!(share >= 0 && share <= 1)) {
            throw new IllegalArgumentException("share must be 0 to 1, got " + share);
        } else if (count() == 0) {
            return OptionalDouble.empty();
        }
        double place = share * (count() - 1);
        int below = (int) Math.floor(place);
        int above = Math.min(below + 1, count() - 1);
        return OptionalDouble.of(at(below) + (place - below) * (at(above) - at(below)));
    }

    /** Returns the number of days of the deal at this index, from 0, if all stood in order. */
    private int at(int place) {
        int found = Arrays.binarySearch(upTo, place + 1);
        return days[found >= 0 ? found : ~found];
    }

    /** Returns the number of days within which half of the deals were closed; empty without any deal. */
    public OptionalDouble median() {
        return percentile(0.5);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SalesCycles cycles
                && Arrays.equals(cycles.days, days)
                && Arrays.equals(cycles.upTo, upTo);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(days) + Arrays.hashCode(upTo);
    }

    @Override
    public String toString() {
        return count() + " deals"
                + (days.length == 0 ? "" : " of " + days[0] + " to " + days[days.length - 1] + " days");
    }
}
