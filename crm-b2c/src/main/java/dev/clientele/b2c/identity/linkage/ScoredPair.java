package dev.clientele.b2c.identity.linkage;

import java.util.Comparator;
import java.util.Objects;

/**
 * Two records and how sure it is that they belong together. Ordered by score, the highest first, then by place.
 *
 * @param first the record that comes first in order
 * @param second the other
 * @param score natural log-odds
 * @param decision the answer by the thresholds, and by one-to-one where sources say so
 */
public record ScoredPair(RecordRef first, RecordRef second, double score, MatchDecision decision)
        implements Comparable<ScoredPair> {
    private static final Comparator<ScoredPair> ORDER = Comparator.comparingDouble((ScoredPair pair) -> -pair.score)
            .thenComparing(ScoredPair::first)
            .thenComparing(ScoredPair::second);

    /** Checks that all is there and the records are in order. */
    public ScoredPair {
        Objects.requireNonNull(decision, "decision");
        if (first.compareTo(second) >= 0) {
            throw new IllegalArgumentException("first must come before second");
        }
    }

    /** Returns the probability that the two belong together, from 0 to 1. */
    public double probability() {
        return LogOdds.toProbability(score);
    }

    /** Returns this pair with another decision. */
    public ScoredPair with(MatchDecision decision) {
        return new ScoredPair(first, second, score, decision);
    }

    @Override
    public int compareTo(ScoredPair other) {
        return ORDER.compare(this, other);
    }
}
