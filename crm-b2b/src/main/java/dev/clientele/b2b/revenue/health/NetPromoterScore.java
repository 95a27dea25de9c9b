package dev.clientele.b2b.revenue.health;

import java.util.Collection;
import java.util.OptionalDouble;

/**
 * Answers to how likely somebody would recommend us, 0 to 10: 9 and 10 are promoters, 0 to 6 detractors (F. F. Reichheld,
 * <i>The one number you need to grow</i>, Harvard Business Review, December 2003).
 *
 * @param promoters how many answered 9 or 10
 * @param passives how many answered 7 or 8
 * @param detractors how many answered 0 to 6
 */
public record NetPromoterScore(long promoters, long passives, long detractors) {

    private static final int MIN_PROMOTER = 9;
    private static final int MIN_PASSIVE = 7;
    private static final int MAX_ANSWER = 10;

    /** Checks that no number is negative. */
    public NetPromoterScore {
        if (promoters < 0 || passives < 0 || detractors < 0) {
            throw new IllegalArgumentException(
                    "counts must not be negative, got " + promoters + ", " + passives + ", " + detractors);
        }
    }

    /** Of these answers, each 0 to 10. */
    public static NetPromoterScore of(Collection<Integer> answers) {
        long promoters = 0;
        long passives = 0;
        for (int answer : answers) {
            if (answer < 0 || answer > MAX_ANSWER) {
                throw new IllegalArgumentException("answers must be 0 to 10, got " + answer);
            }
            promoters += answer >= MIN_PROMOTER ? 1 : 0;
            passives += answer >= MIN_PASSIVE && answer < MIN_PROMOTER ? 1 : 0;
        }
        return new NetPromoterScore(promoters, passives, answers.size() - promoters - passives);
    }

    /** How many answered. */
    public long answers() {
        return promoters + passives + detractors;
    }

    /** The share of promoters less that of detractors, in percent: -100 to 100; empty without an answer. */
    public OptionalDouble score() {
        return answers() == 0
                ? OptionalDouble.empty()
                : OptionalDouble.of(100.0 * (promoters - detractors) / answers());
    }
}
