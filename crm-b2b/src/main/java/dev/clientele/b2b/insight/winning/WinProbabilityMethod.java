package dev.clientele.b2b.insight.winning;

import dev.clientele.b2b.insight.projection.NotEnoughHistoryException;
import java.util.List;

/** A way to learn how likely deals are won. Pure and thread-safe. */
public interface WinProbabilityMethod {

    /** The fewest won and the fewest lost deals that anything can be learned from. */
    int MIN_CASES = 10;

    /** The name, by which reports call it. */
    String name();

    /**
     * Learns.
     *
     * @throws NotEnoughHistoryException if there are fewer than {@link #MIN_CASES} won or lost deals, telling how many
     */
    WinProbabilityModel learn(List<TrainingExample> closed);

    /**
     * Checks that there is enough to learn from.
     *
     * @throws NotEnoughHistoryException as {@link #learn}
     */
    static void requireEnough(List<TrainingExample> closed) {
        long won = closed.stream().filter(TrainingExample::won).count();
        if (won < MIN_CASES) {
            throw new NotEnoughHistoryException("won deals", MIN_CASES, won);
        } else if (closed.size() - won < MIN_CASES) {
            throw new NotEnoughHistoryException("lost deals", MIN_CASES, closed.size() - won);
        }
    }
}
