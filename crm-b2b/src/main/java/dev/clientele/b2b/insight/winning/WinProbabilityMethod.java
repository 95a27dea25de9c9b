package dev.clientele.b2b.insight.winning;

import dev.clientele.b2b.insight.projection.NotEnoughHistoryException;
import java.util.List;

/** A method of learning win probabilities. Pure and thread-safe. */
public interface WinProbabilityMethod {

    /** The fewest won and the fewest lost deals that a method can learn from. */
    int MIN_CASES = 10;

    /** Returns the name in reports. */
    String name();

    /**
     * Learns a model from closed deals.
     *
     * @throws NotEnoughHistoryException if there are fewer than {@link #MIN_CASES} won or lost deals
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
