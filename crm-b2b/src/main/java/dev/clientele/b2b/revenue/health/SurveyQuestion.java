package dev.clientele.b2b.revenue.health;

/** What somebody was asked. */
public enum SurveyQuestion {
    /** How likely they would recommend us, 0 to 10; see {@link NetPromoterScore}. */
    RECOMMENDATION(0, 10),
    /** How satisfied they are, 1 to 5; see {@link SatisfactionScore}. */
    SATISFACTION(1, 5);

    private final int lowest;
    private final int highest;

    SurveyQuestion(int lowest, int highest) {
        this.lowest = lowest;
        this.highest = highest;
    }

    int check(int answer) {
        if (answer < lowest || answer > highest) {
            throw new IllegalArgumentException("answer must be " + lowest + " to " + highest + ", got " + answer);
        }
        return answer;
    }

    /** An answer, or a mean of answers, on the scale of 0 to 100. */
    double score(double answer) {
        return 100 * (answer - lowest) / (highest - lowest);
    }
}
