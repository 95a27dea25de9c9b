package dev.clientele.b2b.revenue.health;

import java.util.Collection;
import java.util.OptionalDouble;

/**
 * Answers to how satisfied somebody is, 1 to 5: those of 4 and 5 are satisfied.
 *
 * @param satisfied how many answered 4 or 5
 * @param answers how many answered at all
 */
public record SatisfactionScore(long satisfied, long answers) {

    private static final int MIN_SATISFIED = 4;
    private static final int MAX_ANSWER = 5;

    /** Checks the numbers. */
    public SatisfactionScore {
        if (satisfied < 0 || satisfied > answers) {
            throw new IllegalArgumentException("satisfied must be 0 to " + answers + ", got " + satisfied);
        }
    }

    /** Of these answers, each 1 to 5. */
    public static SatisfactionScore of(Collection<Integer> answers) {
        long satisfied = 0;
        for (int answer : answers) {
            if (answer < 1 || answer > MAX_ANSWER) {
                throw new IllegalArgumentException("answers must be 1 to 5, got " + answer);
            }
            satisfied += answer >= MIN_SATISFIED ? 1 : 0;
        }
        return new SatisfactionScore(satisfied, answers.size());
    }

    /** The share of those satisfied, in percent; empty without an answer. */
    public OptionalDouble score() {
        return answers == 0 ? OptionalDouble.empty() : OptionalDouble.of(100.0 * satisfied / answers);
    }
}
