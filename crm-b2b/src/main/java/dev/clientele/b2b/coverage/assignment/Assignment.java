package dev.clientele.b2b.coverage.assignment;

import dev.clientele.b2b.team.SalesRep;
import dev.clientele.core.entity.Id;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The decision on the owner of a record, and its explanation. Immutable and thread-safe.
 *
 * @param rule the rule that matched, or null if none did
 * @param rep the new owner, or null if there is none
 * @param nextTurn the rule's next turn; 0 if none matched
 * @param evaluations the outcome of each rule that was evaluated, in order
 */
public record Assignment(
        @Nullable AssignmentRule rule, @Nullable Id<SalesRep> rep, long nextTurn, List<RuleEvaluation> evaluations) {

    /** Copies the list. */
    public Assignment {
        evaluations = List.copyOf(evaluations);
    }

    /**
     * The outcome of one rule.
     *
     * @param rule its code
     * @param outcome the outcome
     * @param detail in words
     */
    public record RuleEvaluation(String rule, RuleOutcome outcome, String detail) {}

    /** The outcome of evaluating a rule. */
    public enum RuleOutcome {
        /** The record doesn't meet the rule's criteria. */
        NOT_MET,
        /** The record meets the criteria, but all candidates are retired or gone. */
        NO_CANDIDATE,
        /** The rule has assigned the record. */
        ASSIGNED
    }

    /** Returns whether the record gets an owner. */
    public boolean isAssigned() {
        return rep != null;
    }

    /** Returns all evaluations in words, such as {@code vip: not met; europe: met, turn 2 of 3}. */
    public String explanation() {
        return evaluations.isEmpty()
                ? "there is no rule"
                : evaluations.stream()
                        .map(step -> step.rule() + ": " + step.detail())
                        .collect(Collectors.joining("; "));
    }
}
