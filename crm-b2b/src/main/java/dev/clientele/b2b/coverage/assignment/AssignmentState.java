package dev.clientele.b2b.coverage.assignment;

import com.google.common.collect.ImmutableMap;
import dev.clientele.b2b.team.SalesRep;
import dev.clientele.core.entity.Id;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a decision depends on beside rules and record. Immutable and thread-safe.
 *
 * @param turns whose turn it is by each rule; 0 of a rule that isn't in it
 * @param loads how much everybody has to do; 0 of whoever isn't in it
 */
public record AssignmentState(Map<Id<AssignmentRule>, Long> turns, Map<Id<SalesRep>, Long> loads) {

    /** Before anything was assigned. */
    public static final AssignmentState INITIAL = new AssignmentState(Map.of(), Map.of());

    /** Copies the maps. */
    public AssignmentState {
        turns = ImmutableMap.copyOf(turns);
        loads = ImmutableMap.copyOf(loads);
    }

    /** Whose turn it is by a rule. */
    public long turn(Id<AssignmentRule> rule) {
        return turns.getOrDefault(rule, 0L);
    }

    /** How much somebody has to do. */
    public long load(Id<SalesRep> rep) {
        return loads.getOrDefault(rep, 0L);
    }

    /** As it is after an assignment. */
    public AssignmentState after(Assignment assignment) {
        AssignmentRule rule = assignment.rule();
        Id<SalesRep> rep = assignment.rep();
        if (rule == null || rep == null) {
            return this;
        }
        Map<Id<AssignmentRule>, Long> nextTurns = new LinkedHashMap<>(turns);
        Map<Id<SalesRep>, Long> nextLoads = new LinkedHashMap<>(loads);
        nextTurns.put(rule.id(), assignment.nextTurn());
        nextLoads.merge(rep, 1L, Long::sum);
        return new AssignmentState(nextTurns, nextLoads);
    }
}
