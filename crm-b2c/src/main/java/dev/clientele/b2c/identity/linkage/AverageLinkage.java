package dev.clientele.b2c.identity.linkage;

import java.util.List;
import java.util.Objects;

/**
 * The rule by which two clusters become one: the mean score of the pairs between them is a match (Sokal and Michener 1958, A
 * Statistical Method for Evaluating Systematic Relationships), so that a chain of lucky pairs can't join records that contradict
 * each other. Immutable and thread-safe.
 *
 * <p>A single score counts at most {@value #MAX_INFLUENCE} either way, and of a large cluster the first {@value #MAX_MEMBERS} members
 * are asked.
 */
public final class AverageLinkage {

    /** The members of a cluster that are asked. */
    public static final int MAX_MEMBERS = 12;

    private static final double MAX_INFLUENCE = 10;

    private final PairScorer scorer;
    private final double match;

    /** The answer whether two members may be compared, by their places in the two clusters. */
    @FunctionalInterface
    public interface PairAdmission {

        /** Returns whether the pair counts. */
        boolean admits(int first, int second);
    }

    /**
     * Creates the rule.
     *
     * @param scorer scores pairs
     * @param thresholds say from which probability on a pair is a match
     */
    public AverageLinkage(PairScorer scorer, Thresholds thresholds) {
        this(scorer, thresholds.matchScore());
    }

    AverageLinkage(PairScorer scorer, double match) {
        this.scorer = Objects.requireNonNull(scorer, "scorer");
        this.match = match;
    }

    /**
     * Returns whether two clusters belong together.
     *
     * @param one members in the order of their refs; those after the first {@value #MAX_MEMBERS} don't count
     * @param other likewise
     * @param admission pairs that count
     */
    public boolean joins(List<PreparedRecord> one, List<PreparedRecord> other, PairAdmission admission) {
        double sum = 0;
        int pairs = 0;
        for (int a = 0; a < Math.min(MAX_MEMBERS, one.size()); a++) {
            for (int b = 0; b < Math.min(MAX_MEMBERS, other.size()); b++) {
                if (admission.admits(a, b)) {
                    double score = scorer.score(one.get(a), other.get(b));
                    sum += Math.max(-MAX_INFLUENCE, Math.min(MAX_INFLUENCE, score));
                    pairs++;
                }
            }
        }
        return pairs > 0 && sum / pairs >= Math.min(match, MAX_INFLUENCE);
    }
}
