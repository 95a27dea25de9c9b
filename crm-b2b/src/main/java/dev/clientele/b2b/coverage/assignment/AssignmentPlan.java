package dev.clientele.b2b.coverage.assignment;

import dev.clientele.b2b.coverage.assignment.Assignment.RuleEvaluation;
import dev.clientele.b2b.coverage.assignment.Assignment.RuleOutcome;
import dev.clientele.b2b.team.SalesRep;
import dev.clientele.core.entity.Id;
import dev.clientele.core.entity.TypedRecord;
import dev.clientele.persistence.criteria.Criteria;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The rules for one kind of record in order, with the candidates who are there. Pure, immutable and thread-safe: the
 * same record, state and time give the same assignment.
 */
public final class AssignmentPlan {

    private final List<ParsedAssignmentRule> rules;
    private final Set<Id<SalesRep>> active = new HashSet<>();

    private record ParsedAssignmentRule(AssignmentRule rule, Criteria criteria) {}

    private AssignmentPlan(Collection<AssignmentRule> rules, Collection<SalesRep> reps) {
        this.rules = rules.stream()
                .filter(rule -> !rule.getOrDefault(AssignmentRule.SUSPENDED, false))
                .sorted(Comparator.comparingLong(AssignmentRule::rank).thenComparing(AssignmentRule::code))
                .map(rule -> new ParsedAssignmentRule(rule, rule.criteria()))
                .toList();
        reps.stream().filter(rep -> !rep.getOrDefault(SalesRep.RETIRED, false)).forEach(rep -> active.add(rep.id()));
    }

    /**
     * Returns a plan of these rules.
     *
     * @param reps the candidates, as far as they are there
     */
    public static AssignmentPlan of(Collection<AssignmentRule> rules, Collection<SalesRep> reps) {
        return new AssignmentPlan(rules, reps);
    }

    /** Decides on a record: the first rule that it meets and that has a candidate who is there assigns it. */
    public Assignment decide(TypedRecord<?> record, AssignmentState state, Instant now) {
        List<RuleEvaluation> steps = new ArrayList<>();
        for (ParsedAssignmentRule asked : rules) {
            AssignmentRule rule = asked.rule();
            if (!record.matches(asked.criteria(), now)) {
                steps.add(new RuleEvaluation(rule.code(), RuleOutcome.NOT_MET, "not met"));
                continue;
            }
            List<Id<SalesRep>> candidates = rule.candidates();
            int chosen = chosen(rule.method(), candidates, state.turn(rule.id()), state);
            if (chosen < 0) {
                steps.add(new RuleEvaluation(
                        rule.code(), RuleOutcome.NO_CANDIDATE, "met, but none of its candidates is there"));
                continue;
            }
            Id<SalesRep> rep = candidates.get(chosen);
            steps.add(new RuleEvaluation(
                    rule.code(), RuleOutcome.ASSIGNED, reason(rule.method(), chosen, candidates, state)));
            return new Assignment(rule, rep, chosen + 1L, steps);
        }
        return new Assignment(null, null, 0, steps);
    }

    /** Returns the index of the candidate to choose; -1 if none is there. */
    private int chosen(AssignmentMethod method, List<Id<SalesRep>> candidates, long turn, AssignmentState state) {
        int size = candidates.size();
        int start = method == AssignmentMethod.ROUND_ROBIN ? (int) (turn % size) : 0;
        int chosen = -1;
        for (int i = 0; i < size; i++) {
            int place = (start + i) % size;
            boolean there = active.contains(candidates.get(place));
            if (there && method != AssignmentMethod.LEAST_LOAD) {
                return place;
            } else if (there
                    && (chosen < 0 || state.load(candidates.get(place)) < state.load(candidates.get(chosen)))) {
                chosen = place;
            }
        }
        return chosen;
    }

    private static String reason(
            AssignmentMethod method, int chosen, List<Id<SalesRep>> candidates, AssignmentState state) {
        return switch (method) {
            case FIRST -> "met, the first who is there";
            case ROUND_ROBIN -> "met, turn " + (chosen + 1) + " of " + candidates.size();
            case LEAST_LOAD -> "met, the least load: " + state.load(candidates.get(chosen));
        };
    }
}
