package dev.clientele.b2c.campaign.attribution;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** An absorbing chain on the last channels of a path, with a start, a conversion and a null state. */
final class ChannelChain {
    private final int max;
    private final long[] states;
    private final List<int[]> targets = new ArrayList<>();
    private final List<double[]> weights = new ArrayList<>();

    /** Sums transitions of a higher order up to those of this one; states are in the order of their channels' numbers. */
    ChannelChain(TransitionCounts counts, int order, int max) {
        this.max = max;
        TreeMap<Long, TreeMap<Integer, Long>> rows = new TreeMap<>();
        rows.put(0L, new TreeMap<>());
        counts.forEach((state, to, count) -> rows.computeIfAbsent(
                        state & TransitionCounts.mask(order), absent -> new TreeMap<>())
                .merge(to, count, Long::sum));
        states = rows.keySet().stream().mapToLong(Long::longValue).toArray();
        rows.forEach((state, row) -> {
            targets.add(row.keySet().stream()
                    .mapToInt(to -> target(state, to, order))
                    .toArray());
            weights.add(row.values().stream().mapToDouble(Long::doubleValue).toArray());
        });
    }

    /** Returns the number of transient states without the start. */
    int size() {
        return states.length - 1;
    }

    /** Returns the probability of a conversion where a touch of this channel leads to the null state; 0 removes none. */
    double conversionProbability(int removed) {
        StateElimination elimination = new StateElimination(max);
        Map<Integer, Integer> numbers = new HashMap<>();
        List<Integer> reached = new ArrayList<>(List.of(0));
        numbers.put(0, 0);
        for (int i = 0; i < reached.size(); i++) {
            int[] to = targets.get(reached.get(i));
            double[] weight = weights.get(reached.get(i));
            for (int k = 0; k < to.length; k++) {
                if (to[k] == StateElimination.CONVERSION) {
                    elimination.add(i, StateElimination.CONVERSION, weight[k]);
                } else if (to[k] == StateElimination.NULL || isOf(to[k], removed)) {
                    elimination.add(i, StateElimination.NULL, weight[k]);
                } else {
                    int next = numbers.computeIfAbsent(to[k], fresh -> {
                        reached.add(fresh);
                        return reached.size() - 1;
                    });
                    elimination.add(i, next, weight[k]);
                }
            }
        }
        return elimination.solve();
    }

    private boolean isOf(int state, int channel) {
        return channel != 0 && (states[state] & TransitionCounts.mask(1)) == channel;
    }

    private int target(long state, int to, int order) {
        if (to == TransitionCounts.CONVERSION) {
            return StateElimination.CONVERSION;
        }
        return to == TransitionCounts.NULL
                ? StateElimination.NULL
                : Arrays.binarySearch(states, TransitionCounts.next(state, to, order));
    }
}
