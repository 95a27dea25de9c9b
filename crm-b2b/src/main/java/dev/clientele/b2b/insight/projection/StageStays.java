package dev.clientele.b2b.insight.projection;

import dev.clientele.b2b.deal.pipeline.StageKind;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The stays in one stage, by how long they lasted and how they ended. Not thread-safe. */
final class StageStays {

    private long[] lengths = new long[64];
    private long[] won = new long[64];
    private long[] lost = new long[64];
    private final Map<String, long[]> onward = new HashMap<>();
    private int longest;

    /** Adds a stay of so many days, ended by a step, or lasting if that is null. */
    void add(int length, DealPath.@Nullable StageEntry next) {
        if (length >= lengths.length) {
            grow(Math.max(length + 1, 2 * lengths.length));
        }
        longest = Math.max(longest, length);
        lengths[length]++;
        if (next == null) {
            return;
        } else if (next.kind() == StageKind.WON) {
            won[length]++;
        } else if (next.kind() == StageKind.LOST) {
            lost[length]++;
        } else {
            onward.computeIfAbsent(next.stage(), unused -> new long[lengths.length])[length]++;
        }
    }

    private void grow(int size) {
        lengths = Arrays.copyOf(lengths, size);
        won = Arrays.copyOf(won, size);
        lost = Arrays.copyOf(lost, size);
        onward.replaceAll((stage, counts) -> Arrays.copyOf(counts, size));
    }

    /** Computes the hazard of each next step by day, over the stays that lasted at least so long. */
    StageHazards hazards() {
        int size = longest + 1;
        double[] toWon = new double[size];
        double[] leaving = new double[size];
        Map<String, double[]> steps = new HashMap<>();
        onward.keySet().forEach(stage -> steps.put(stage, new double[size]));
        double atRisk = 0;
        for (int day = longest; day >= 0; day--) {
            atRisk += lengths[day];
            toWon[day] = won[day] / atRisk;
            double left = toWon[day] + lost[day] / atRisk;
            for (Map.Entry<String, long[]> step : onward.entrySet()) {
                double hazard = step.getValue()[day] / atRisk;
                Objects.requireNonNull(steps.get(step.getKey()))[day] = hazard;
                left += hazard;
            }
            leaving[day] = Math.min(1, left);
        }
        return new StageHazards(toWon, leaving, steps);
    }
}
