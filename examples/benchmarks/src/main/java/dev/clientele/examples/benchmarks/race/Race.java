package dev.clientele.examples.benchmarks.race;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * Contenders at the same tasks by turns.
 *
 * @param <C> contender; its {@code toString} is its name
 */
public final class Race<C> {

    private final List<C> contenders;
    private final Map<String, Standing> standings = new LinkedHashMap<>();
    private final LongSupplier clock;
    private int turn;

    /** Between these, by this clock of nanoseconds. */
    public Race(List<C> contenders, LongSupplier clock) {
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
    public void run(String task, int round, long operations, Piece<C> piece) {
        Standing standing = standings.computeIfAbsent(task, Standing::new);
        long agreed = 0;
        for (int i = 0; i < contenders.size(); i++) {
            C contender = contenders.get((turn + i) % contenders.size());
            long start = clock.getAsLong();
            long figure = piece.on(contender);
            long nanos = clock.getAsLong() - start;
            if (i > 0 && figure != agreed) {
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
    public List<Standing> standings() {
        return List.copyOf(standings.values());
    }
}
