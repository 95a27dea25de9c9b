package dev.clientele.core.survey;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import java.util.Collection;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * The customer satisfaction score of answers to {@link SurveyQuestion#SATISFACTION}, 1 to 5: those of 4 and 5 are satisfied.
 *
 * @param satisfied how many answered 4 or 5
 * @param answers how many answered at all
 */
public record SatisfactionScore(long satisfied, long answers) {

    private static final int MIN_SATISFIED = 4;

    /** Checks the numbers. */
    public SatisfactionScore {
        if (satisfied < 0 || satisfied > answers) {
            throw new IllegalArgumentException("satisfied must be 0 to " + answers + ", got " + satisfied);
        }
    }

    /** Returns the score of these answers, each 1 to 5. */
    public static SatisfactionScore of(Collection<Integer> answers) {
        return ofCounts(answers.stream()
                .map(SurveyQuestion.SATISFACTION::check)
                .collect(groupingBy(answer -> answer, counting())));
    }

    /** Returns the score of answers that were given so many times. */
    static SatisfactionScore ofCounts(Map<Integer, Long> counts) {
        long satisfied = 0;
        long all = 0;
        for (Map.Entry<Integer, Long> count : counts.entrySet()) {
            satisfied += count.getKey() >= MIN_SATISFIED ? count.getValue() : 0;
            all += count.getValue();
        }
        return new SatisfactionScore(satisfied, all);
    }

    /** Returns the share of satisfied answers, in percent; empty without an answer. */
    public OptionalDouble score() {
        return answers == 0 ? OptionalDouble.empty() : OptionalDouble.of(100.0 * satisfied / answers);
    }
}
