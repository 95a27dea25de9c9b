package dev.clientele.examples.benchmarks.race;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.LongSupplier;

/**
 * Contenders at the same tasks by turns.
 *
 * @param <C> contender; its {@code toString} is its name
 */
public final class BenchmarkComparison<C> {

    private final List<C> contenders;
    private final Map<String, TaskTimings> standings = new LinkedHashMap<>();
    private final LongSupplier clock;
    private int turn;

    /** Between these, by this clock of nanoseconds. */
    public BenchmarkComparison(List<C> contenders, LongSupplier clock) {
        this.contenders = List.copyOf(contenders);
        this.clock = clock;
    }

    /** Who takes part. */
    public List<C> contenders() {
        return contenders;
    }

    /**
     * Lets every contender do a piece of a task.
     *
     * @param round the round that it counts for; negative for warming up
     * @param operations how many operations of the task the piece has
     * @throws IllegalStateException if they don't come to the same figure
     */
    public void run(String task, int round, long operations, BenchmarkTask<C> piece) {
        run(task, round, operations, piece::run, (contender, figure) -> figure);
    }

    /**
     * As {@link #run(String, int, long, BenchmarkTask)} for work with any answer, which is put in words outside the time that counts.
     *
     * @param words an answer in words that must be the same for all contenders
     */
    public <R> void run(String task, int round, long operations, Function<C, R> work, BiFunction<C, R, ?> words) {
        TaskTimings standing = standings.computeIfAbsent(task, TaskTimings::new);
        Object agreed = null;
        for (int i = 0; i < contenders.size(); i++) {
            C contender = contenders.get((turn + i) % contenders.size());
            long start = clock.getAsLong();
            R answer = work.apply(contender);
            long nanos = clock.getAsLong() - start;
            Object figure = words.apply(contender, answer);
            if (agreed != null && !agreed.equals(figure)) {
                throw new IllegalStateException(
                        task + ": " + contender + " came to " + figure + ", others to " + agreed);
            }
            agreed = figure;
            if (round >= 0) {
                standing.add(contender.toString(), round, nanos, operations);
            }
        }
        turn++;
    }

    /** What came of it, by task. */
    public List<TaskTimings> timings() {
        return List.copyOf(standings.values());
    }
}
