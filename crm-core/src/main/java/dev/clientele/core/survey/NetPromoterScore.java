package dev.clientele.core.survey;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import java.util.Collection;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * The net promoter score of answers to {@link SurveyQuestion#RECOMMENDATION}, 0 to 10: 9 and 10 are promoters, 0 to 6 detractors
 * (F. F. Reichheld, <i>The one number you need to grow</i>, Harvard Business Review, December 2003).
 *
 * @param promoters how many answered 9 or 10
 * @param passives how many answered 7 or 8
 * @param detractors how many answered 0 to 6
 */
public record NetPromoterScore(long promoters, long passives, long detractors) {

    private static final int MIN_PROMOTER = 9;
    private static final int MIN_PASSIVE = 7;

    /** Checks that no number is negative. */
    public NetPromoterScore {
        if (promoters < 0 || passives < 0 || detractors < 0) {
            throw new IllegalArgumentException(
                    "counts must not be negative, got " + promoters + ", " + passives + ", " + detractors);
        }
    }

    /** Returns the score of these answers, each 0 to 10. */
    public static NetPromoterScore of(Collection<Integer> answers) {
        return ofCounts(answers.stream()
                .map(SurveyQuestion.RECOMMENDATION::check)
                .collect(groupingBy(answer -> answer, counting())));
    }

    /** Returns the score of answers that were given so many times. */
    static NetPromoterScore ofCounts(Map<Integer, Long> counts) {
        long promoters = 0;
        long passives = 0;
        long detractors = 0;
        for (Map.Entry<Integer, Long> count : counts.entrySet()) {
            if (count.getKey() >= MIN_PROMOTER) {
                promoters += count.getValue();
            } else if (count.getKey() >= MIN_PASSIVE) {
                passives += count.getValue();
            } else {
                detractors += count.getValue();
            }
        }
        return new NetPromoterScore(promoters, passives, detractors);
    }

    /** Returns the number of answers. */
    public long answers() {
        return promoters + passives + detractors;
    }

    /** Returns the share of promoters less that of detractors, in percent: -100 to 100; empty without an answer. */
    public OptionalDouble score() {
        return answers() == 0
                ? OptionalDouble.empty()
                : OptionalDouble.of(100.0 * (promoters - detractors) / answers());
    }
}
