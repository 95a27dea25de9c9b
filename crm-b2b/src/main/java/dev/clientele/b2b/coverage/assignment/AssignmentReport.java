package dev.clientele.b2b.coverage.assignment;

import com.google.common.collect.ImmutableMap;
import dev.clientele.b2b.team.SalesRep;
import dev.clientele.core.entity.Id;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The totals of assigning many records: a dry run reports the same as the run after it.
 *
 * @param examined how many records were examined
 * @param assigned how many of them were assigned
 * @param byRule how many by each rule, by its code
 * @param byRep how many each sales representative gets
 */
public record AssignmentReport(long examined, long assigned, Map<String, Long> byRule, Map<Id<SalesRep>, Long> byRep) {

    static final AssignmentReport EMPTY = new AssignmentReport(0, 0, Map.of(), Map.of());

    /** Copies the maps. */
    public AssignmentReport {
        byRule = ImmutableMap.copyOf(byRule);
        byRep = ImmutableMap.copyOf(byRep);
    }

    AssignmentReport plus(Collection<Assignment> more) {
        Map<String, Long> rules = new LinkedHashMap<>(byRule);
        Map<Id<SalesRep>, Long> reps = new LinkedHashMap<>(byRep);
        long count = 0;
        for (Assignment assignment : more) {
            AssignmentRule rule = assignment.rule();
            Id<SalesRep> rep = assignment.rep();
            if (rule != null && rep != null) {
                rules.merge(rule.code(), 1L, Long::sum);
                reps.merge(rep, 1L, Long::sum);
                count++;
            }
        }
        return new AssignmentReport(examined + more.size(), assigned + count, rules, reps);
    }
}
