package dev.clientele.b2b.coverage.assignment;

import com.google.common.collect.ImmutableMap;
import dev.clientele.b2b.team.SalesRep;
import dev.clientele.core.entity.Id;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The turns and loads that a decision depends on beside rules and record. Immutable and thread-safe.
 *
 * @param turns the next turn of each rule; 0 of a rule that isn't in it
 * @param loads the number of records of each sales representative; 0 of one who isn't in it
 */
public record AssignmentState(Map<Id<AssignmentRule>, Long> turns, Map<Id<SalesRep>, Long> loads) {

    /** The state before anything was assigned. */
    public static final AssignmentState INITIAL = new AssignmentState(Map.of(), Map.of());

    /** Copies the maps. */
    public AssignmentState {
        turns = ImmutableMap.copyOf(turns);
        loads = ImmutableMap.copyOf(loads);
    }

    /** Returns the next turn of a rule. */
    public long turn(Id<AssignmentRule> rule) {
        return turns.getOrDefault(rule, 0L);
    }

    /** Returns the number of records of a sales representative. */
    public long load(Id<SalesRep> rep) {
        return loads.getOrDefault(rep, 0L);
    }

    /** Returns the state after an assignment. */
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
