package dev.clientele.b2b.revenue.health;

import com.google.common.primitives.Doubles;
import dev.clientele.core.survey.SurveyQuestion;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * The rules by which facts about an account become scores. Pure; immutable and thread-safe.
 *
 * <ul>
 *   <li>{@link #ACTIVITY}: 100 up to {@code activeDays} after the last interaction, from there straight down to 0 at
 *       {@code silentDays}; 0 without any interaction.
 *   <li>{@link #RENEWAL}: 100 while no active contract ends unrenewed within {@code renewalDays}, from there straight
 *       down to 0 on the last day of its term; not known without an active contract.
 *   <li>{@link #RECOMMENDATION} and {@link #SATISFACTION}: the mean answer of the last {@code surveyDays} on the scale
 *       of 0 to 100; not known without an answer.
 * </ul>
 *
 * @param weights of these names and of whatever else the host scores; what has no weight doesn't count
 * @param activeDays 0 or more
 * @param silentDays more than {@code activeDays}
 * @param renewalDays 1 or more
 * @param surveyDays 1 or more
 */
public record HealthRules(HealthWeights weights, int activeDays, int silentDays, int renewalDays, int surveyDays) {

    /** The name of the score of recent contact. */
    public static final String ACTIVITY = "activity";
    /** The name of the score of contract ends ahead. */
    public static final String RENEWAL = "renewal";
    /** The name of the score of answers to whether people would recommend the host. */
    public static final String RECOMMENDATION = "recommendation";
    /** The name of the score of answers to how satisfied people are. */
    public static final String SATISFACTION = "satisfaction";

    private static final double MAX_SCORE = 100;

    /** Checks the numbers. */
    public HealthRules {
        Objects.requireNonNull(weights, "weights");
        if (activeDays < 0 || silentDays <= activeDays) {
            throw new IllegalArgumentException("activeDays must be 0 or more and silentDays more than that, got "
                    + activeDays + " and " + silentDays);
        }
        if (renewalDays < 1 || surveyDays < 1) {
            throw new IllegalArgumentException(
                    "renewalDays and surveyDays must be 1 or more, got " + renewalDays + " and " + surveyDays);
        }
    }

    /**
     * Returns the standard rules: activity 40, renewal 30, recommendation 20, satisfaction 10; active for 14 days,
     * silent after 90; 90 days before the end; a year's answers.
     */
    public static HealthRules standard() {
        return new HealthRules(
                new HealthWeights(Map.of(ACTIVITY, 40.0, RENEWAL, 30.0, RECOMMENDATION, 20.0, SATISFACTION, 10.0)),
                14,
                90,
                90,
                365);
    }

    /** Returns a copy with other weights. */
    public HealthRules withWeights(HealthWeights newWeights) {
        return new HealthRules(newWeights, activeDays, silentDays, renewalDays, surveyDays);
    }

    /** Computes the scores of the facts, one reason for each that is known and has a weight. */
    public List<HealthReason> reasons(HealthFacts facts) {
        List<HealthReason> reasons = new ArrayList<>();
        reasons.add(activity(facts));
        facts.nextEnd().map(end -> renewal(facts.day(), end)).ifPresent(reasons::add);
        answers(facts, SurveyQuestion.RECOMMENDATION, RECOMMENDATION).ifPresent(reasons::add);
        answers(facts, SurveyQuestion.SATISFACTION, SATISFACTION).ifPresent(reasons::add);
        reasons.removeIf(reason -> !weights.weights().containsKey(reason.name()));
        return List.copyOf(reasons);
    }

    private HealthReason activity(HealthFacts facts) {
        if (facts.lastActivity().isEmpty()) {
            return new HealthReason(ACTIVITY, 0, "nothing on the timeline");
        }
        long days = Math.max(0, ChronoUnit.DAYS.between(facts.lastActivity().orElseThrow(), facts.day()));
        double score = MAX_SCORE * (silentDays - days) / (silentDays - activeDays);
        return new HealthReason(ACTIVITY, clamped(score), "the last contact was " + days + " days ago");
    }

    private HealthReason renewal(LocalDate day, LocalDate end) {
        long days = ChronoUnit.DAYS.between(day, end);
        double score = MAX_SCORE * (days - 1) / renewalDays;
        return new HealthReason(RENEWAL, clamped(score), "the next contract to be renewed ends in " + days + " days");
    }

    private static Optional<HealthReason> answers(HealthFacts facts, SurveyQuestion question, String name) {
        long count = 0;
        long sum = 0;
        for (Map.Entry<Integer, Long> answer :
                facts.answers().getOrDefault(question, Map.of()).entrySet()) {
            count += answer.getValue();
            sum += answer.getKey() * answer.getValue();
        }
        if (count == 0) {
            return Optional.empty();
        }
        double mean = (double) sum / count;
        return Optional.of(new HealthReason(
                name, question.score(mean), String.format(Locale.ROOT, "the mean of %d answers is %.1f", count, mean)));
    }

    private static double clamped(double score) {
        return Doubles.constrainToRange(score, 0, MAX_SCORE);
    }
}
