package dev.clientele.core.survey;

import dev.clientele.core.error.InvalidValueException;

/** The standard questions of a customer survey, each answered by a whole number on a scale. */
public enum SurveyQuestion {
    /** Likelihood to recommend us, 0 to 10; see {@link NetPromoterScore}. */
    RECOMMENDATION(0, 10),
    /** Satisfaction, 1 to 5; see {@link SatisfactionScore}. */
    SATISFACTION(1, 5);

    private final int lowest;
    private final int highest;

    SurveyQuestion(int lowest, int highest) {
        this.lowest = lowest;
        this.highest = highest;
    }

    int check(int answer) {
        if (answer < lowest || answer > highest) {
            throw InvalidValueException.outOfRange("answer", lowest, highest, answer);
        }
        return answer;
    }

    /** Returns an answer, or a mean of answers, on the scale of 0 to 100. */
    public double score(double answer) {
        return 100 * (answer - lowest) / (highest - lowest);
    }
}
