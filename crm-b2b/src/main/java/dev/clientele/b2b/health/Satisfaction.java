package dev.clientele.b2b.health;

import java.util.Collection;
import java.util.OptionalDouble;

/**
 * Answers to how satisfied somebody is, 1 to 5: those of 4 and 5 are satisfied.
 *
 * @param satisfied how many answered 4 or 5
 * @param answers how many answered at all
 */
public record Satisfaction(long satisfied, long answers) {

    private static final int SATISFIED_FROM = 4;
    private static final int MOST = 5;

    /** Checks the numbers. */
    public Satisfaction {
        if (satisfied < 0 || satisfied > answers) {
            throw new IllegalArgumentException("satisfied must be 0 to " + answers + ", got " + satisfied);
        }
    }

    /** Of these answers, each 1 to 5. */
    public static Satisfaction of(Collection<Integer> answers) {
        long satisfied = 0;
        for (int answer : answers) {
            if (answer < 1 || answer > MOST) {
                throw new IllegalArgumentException("answers must be 1 to 5, got " + answer);
            }
            satisfied += answer >= SATISFIED_FROM ? 1 : 0;
        }
        return new Satisfaction(satisfied, answers.size());
    }

    /** The share of those satisfied, in percent; empty without an answer. */
    public OptionalDouble score() {
        return answers == 0 ? OptionalDouble.empty() : OptionalDouble.of(100.0 * satisfied / answers);
    }
}
