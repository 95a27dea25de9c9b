package dev.clientele.b2b.probability;

import dev.clientele.b2b.outlook.NotEnoughHistoryException;
import java.util.List;

/** A way to learn how likely deals are won. Pure and thread-safe. */
public interface WinMethod {

    /** The fewest won and the fewest lost deals that anything can be learned from. */
    int FEWEST = 10;

    /** The name, by which reports call it. */
    String name();

    /**
     * Learns.
     *
     * @throws NotEnoughHistoryException if there are fewer than {@link #FEWEST} won or lost deals, telling how many
     */
    WinModel learn(List<ClosedCase> closed);

    /**
     * Checks that there is enough to learn from.
     *
     * @throws NotEnoughHistoryException as {@link #learn}
     */
    static void requireEnough(List<ClosedCase> closed) {
        long won = closed.stream().filter(ClosedCase::won).count();
        if (won < FEWEST) {
            throw new NotEnoughHistoryException("won deals", FEWEST, won);
        } else if (closed.size() - won < FEWEST) {
            throw new NotEnoughHistoryException("lost deals", FEWEST, closed.size() - won);
        }
    }
}
