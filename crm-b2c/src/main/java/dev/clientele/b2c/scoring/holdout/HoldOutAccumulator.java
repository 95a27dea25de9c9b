package dev.clientele.b2c.scoring.holdout;

import dev.clientele.core.numerics.RadixSort;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Adds up expected and actual purchases, customer by customer. Not thread-safe. */
final class HoldOutAccumulator {
    /** The last group, as in the literature's figures: seven repeat purchases or more. */
    private static final int LAST_GROUP = 7;

    private static final int DECILES = 10;

    private final LocalDate start;
    private final LocalDate end;
    private final long[] customers = new long[LAST_GROUP + 1];
    private final double[] expected = new double[LAST_GROUP + 1];
    private final long[] actual = new long[LAST_GROUP + 1];
    private double absolute;
    private double squared;
    private double[] said = new double[64];
    private int[] happened = new int[64];
    private int size;

    HoldOutAccumulator(LocalDate start, LocalDate end) {
        this.start = start;
        this.end = end;
    }

    void add(int repeats, double expectedOfOne, int actualOfOne) {
        int group = Math.min(repeats, LAST_GROUP);
        customers[group]++;
        expected[group] += expectedOfOne;
        actual[group] += actualOfOne;
        double distance = expectedOfOne - actualOfOne;
        absolute += Math.abs(distance);
        squared += distance * distance;
        if (size == said.length) {
            said = Arrays.copyOf(said, Math.addExact(size, size));
            happened = Arrays.copyOf(happened, said.length);
        }
        said[size] = expectedOfOne;
        happened[size++] = actualOfOne;
    }

    HoldOut result() {
        List<HoldOut.FrequencyGroup> groups = new ArrayList<>();
        double expectedOfAll = 0;
        long actualOfAll = 0;
        for (int i = 0; i <= LAST_GROUP; i++) {
            expectedOfAll += expected[i];
            actualOfAll += actual[i];
            if (customers[i] > 0) {
                double number = customers[i];
                groups.add(new HoldOut.FrequencyGroup(i, customers[i], expected[i] / number, actual[i] / number));
            }
        }
        double number = Math.max(size, 1);
        return new HoldOut(
                start,
                end,
                size,
                expectedOfAll,
                actualOfAll,
                absolute / number,
                Math.sqrt(squared / number),
                calibrationError(),
                groups);
    }

    /**
     * Computes the calibration error; customers of one expectation count as having bought alike, so that their order
     * doesn't matter where a tenth ends.
     */
    private double calibrationError() {
        int[] order = RadixSort.rowOrder(size, new int[size], said, new double[size]);
        double sum = 0;
        double distance = 0;
        int start = 0;
        int tenth = 0;
        int i = 0;
        while (i < size) {
            double expectedOfOne = said[order[i]];
            int same = i;
            double bought = 0;
            while (same < size && said[order[same]] == expectedOfOne) {
                bought += happened[order[same++]];
            }
            double surplus = expectedOfOne - bought / (same - i);
            while (i < same) {
                int ends = (int) ((long) size * (tenth + 1) / DECILES);
                int here = Math.max(i, Math.min(same, ends));
                distance += (here - i) * surplus;
                i = here;
                if (i == ends) {
                    sum += ends > start ? Math.abs(distance) / (ends - start) : 0;
                    start = ends;
                    distance = 0;
                    tenth++;
                }
            }
        }
        return sum / DECILES;
    }
}
