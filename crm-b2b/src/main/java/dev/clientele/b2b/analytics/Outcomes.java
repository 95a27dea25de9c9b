package dev.clientele.b2b.analytics;

import java.util.OptionalDouble;

/**
 * How many deals were open, won and lost on a day. Immutable and thread-safe.
 *
 * @param open zero or more
 * @param won zero or more
 * @param lost zero or more
 */
public record Outcomes(long open, long won, long lost) {

    /** None. */
    public static final Outcomes NONE = new Outcomes(0, 0, 0);

    /** Checks the numbers. */
    public Outcomes {
        if (open < 0 || won < 0 || lost < 0) {
            throw new IllegalArgumentException(
                    "open, won and lost must be zero or more, got " + open + ", " + won + " and " + lost);
        }
    }

    /** The share of won among closed deals; empty if none was closed. */
    public OptionalDouble winRate() {
        long closed = won + lost;
        return closed == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) won / closed);
    }

    /** These and others. */
    public Outcomes plus(Outcomes other) {
        return new Outcomes(open + other.open, won + other.won, lost + other.lost);
    }
}
