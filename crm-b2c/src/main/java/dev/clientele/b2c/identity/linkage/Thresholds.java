package dev.clientele.b2c.identity.linkage;

/**
 * The probabilities from which a pair is a match and from which it goes to review.
 *
 * @param match the least probability of a match
 * @param review the least probability of a pair that a person should see; at most {@code match}
 */
public record Thresholds(double match, double review) {

    /** Checks 0 &lt; review ≤ match &lt; 1. */
    public Thresholds {
        if (!(review > 0 && review <= match && match < 1)) {
            throw new IllegalArgumentException("thresholds must be 0 < review <= match < 1");
        }
    }

    /** Returns match from 0.5, review from 0.05. */
    public static Thresholds standard() {
        return new Thresholds(0.5, 0.05);
    }

    /** Returns the decision for a pair of this probability. */
    public MatchDecision decide(double probability) {
        if (probability >= match) {
            return MatchDecision.MATCH;
        }
        return probability >= review ? MatchDecision.REVIEW : MatchDecision.NONE;
    }

    /** Returns the score of {@link #match}, in natural log-odds. */
    public double matchScore() {
        return LogOdds.of(match);
    }

    /** Returns the score of {@link #review}, in natural log-odds. */
    public double reviewScore() {
        return LogOdds.of(review);
    }
}
