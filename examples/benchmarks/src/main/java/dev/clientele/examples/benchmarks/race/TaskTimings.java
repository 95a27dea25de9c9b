package dev.clientele.examples.benchmarks.race;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The times of one task, by contender and round. */
public final class TaskTimings {

    private static final class RoundTime {
        long nanos;
        long operations;
    }

    private final String task;
    private final Map<String, List<RoundTime>> rounds = new LinkedHashMap<>();

    TaskTimings(String task) {
        this.task = task;
    }

    void add(String contender, int round, long nanos, long operations) {
        List<RoundTime> own = rounds.computeIfAbsent(contender, unused -> new ArrayList<>());
        while (own.size() <= round) {
            own.add(new RoundTime());
        }
        own.get(round).nanos += nanos;
        own.get(round).operations += operations;
    }

    /** What was done. */
    public String task() {
        return task;
    }

    /** Whether nothing counted. */
    boolean isEmpty() {
        return rounds.isEmpty();
    }

    /** Microseconds that an operation took in the middle round. */
    public RoundStatistics micros(String contender) {
        return RoundStatistics.of(own(contender).stream()
                .map(round -> round.nanos / 1e3 / round.operations)
                .toList());
    }

    /** How many times as long as another a contender took; each round compared within itself. */
    public RoundStatistics ratio(String contender, String other) {
        List<Double> ratios = new ArrayList<>();
        for (int i = 0; i < own(contender).size(); i++) {
            ratios.add((double) own(contender).get(i).nanos / own(other).get(i).nanos);
        }
        return RoundStatistics.of(ratios);
    }

    private List<RoundTime> own(String contender) {
        return rounds.getOrDefault(contender, List.of());
    }
}
