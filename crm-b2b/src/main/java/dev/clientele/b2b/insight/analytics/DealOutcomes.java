package dev.clientele.b2b.insight.analytics;

import java.util.OptionalDouble;

/**
 * The numbers of deals open, won and lost on a day. Immutable and thread-safe.
 *
 * @param open zero or more
 * @param won zero or more
 * @param lost zero or more
 */
public record DealOutcomes(long open, long won, long lost) {

    /** The outcomes of no deal. */
    public static final DealOutcomes NONE = new DealOutcomes(0, 0, 0);

    /** Checks the numbers. */
    public DealOutcomes {
        if (open < 0 || won < 0 || lost < 0) {
            throw new IllegalArgumentException(
                    "open, won and lost must be zero or more, got " + open + ", " + won + " and " + lost);
        }
    }

    /**
     * Returns the share of won among closed deals; empty until one was lost: where nobody writes losses down, every deal that is
     * closed is a won one, and a share of 1 would say nothing of the next.
     */
    public OptionalDouble winRate() {
        return winRate(won, lost);
    }

    static OptionalDouble winRate(long won, long lost) {
        return lost == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) won / (won + lost));
    }

    /** Returns these outcomes with others added. */
    public DealOutcomes plus(DealOutcomes other) {
        return new DealOutcomes(open + other.open, won + other.won, lost + other.lost);
    }
}
