package dev.clientele.b2b.probability;

import java.util.Objects;

/**
 * What was known of a deal, and how it ended.
 *
 * @param known before it ended
 * @param won whether it was won
 */
public record ClosedCase(Case known, boolean won) {

    /** Refuses null. */
    public ClosedCase {
        Objects.requireNonNull(known, "known");
    }
}
