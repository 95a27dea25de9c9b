package dev.clientele.b2b.coverage.assignment;

import dev.clientele.b2b.team.SalesRep;
import dev.clientele.core.entity.Id;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Who gets a record, and why. Immutable and thread-safe.
 *
 * @param rule the rule that matched, or null if none did
 * @param rep who gets it, or null if nobody does
 * @param nextTurn whose turn it is next by that rule; 0 if none matched
 * @param evaluations what became of each rule that was asked, in order
 */
public record Assignment(
        @Nullable AssignmentRule rule, @Nullable Id<SalesRep> rep, long nextTurn, List<RuleEvaluation> evaluations) {

    /** Copies the steps. */
    public Assignment {
        evaluations = List.copyOf(evaluations);
    }

    /**
     * What became of a rule.
     *
     * @param rule its code
     * @param outcome what came of asking it
     * @param detail in words
     */
    public record RuleEvaluation(String rule, RuleOutcome outcome, String detail) {}

    /** What can come of asking a rule. */
    public enum RuleOutcome {
        /** The record doesn't meet its criteria. */
        NOT_MET,
        /** The record does, but all candidates are retired or gone. */
        NO_CANDIDATE,
        /** It has given the record to somebody. */
        ASSIGNED
    }

    /** Whether somebody gets it. */
    public boolean isAssigned() {
        return rep != null;
    }

    /** All steps in words, such as {@code vip: not met; europe: met, turn 2 of 3}. */
    public String explanation() {
        return evaluations.isEmpty()
                ? "there is no rule"
                : evaluations.stream()
                        .map(step -> step.rule() + ": " + step.detail())
                        .collect(Collectors.joining("; "));
    }
}
