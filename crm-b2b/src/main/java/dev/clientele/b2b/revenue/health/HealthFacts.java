package dev.clientele.b2b.revenue.health;

import com.google.common.collect.ImmutableMap;
import dev.clientele.core.survey.SurveyQuestion;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * The stored facts from which an account's health is scored.
 *
 * @param day the day on which they are known
 * @param lastActivity the day of the last interaction, internal notes left out
 * @param nextEnd the first day after the last term, renewals that are there already included, of the contract that runs and is
 *     over first; empty if none runs
 * @param answers how often each answer was given to each question lately
 */
public record HealthFacts(
        LocalDate day,
        Optional<LocalDate> lastActivity,
        Optional<LocalDate> nextEnd,
        Map<SurveyQuestion, Map<Integer, Long>> answers) {

    /** Copies the map. */
    public HealthFacts {
        Objects.requireNonNull(day, "day");
        Objects.requireNonNull(lastActivity, "lastActivity");
        Objects.requireNonNull(nextEnd, "nextEnd");
        answers = ImmutableMap.copyOf(answers);
    }
}
