package dev.clientele.b2b.coverage.assignment;

import com.google.common.collect.LinkedHashMultiset;
import com.google.common.collect.Multiset;
import com.google.common.collect.Streams;
import dev.clientele.b2b.team.SalesRep;
import dev.clientele.core.CrmSession;
import dev.clientele.core.entity.Entity;
import dev.clientele.core.entity.Id;
import dev.clientele.core.entity.Repository;
import dev.clientele.persistence.criteria.Group;
import dev.clientele.persistence.criteria.Measure;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A run of decisions on records one after the other on one consistent state, with storing. Within a transaction or, to
 * decide only, a snapshot.
 */
final class AssignmentRun<T extends Entity<T>> {

    private final CrmSession tx;
    private final AssignableType<T> target;
    private final Map<Id<AssignmentRule>, AssignmentTurn> turns = new HashMap<>();
    private final AssignmentPlan plan;
    private AssignmentState state;

    /** Reads rules, candidates, turns and loads. */
    AssignmentRun(CrmSession tx, AssignableType<T> target) {
        this.tx = tx;
        this.target = target;
        List<AssignmentRule> rules =
                list(tx.repository(AssignmentRule.TYPE).query(AssignmentRule.TARGET.is(target.name())).stream());
        Set<Id<SalesRep>> candidates = new LinkedHashSet<>();
        rules.forEach(rule -> candidates.addAll(rule.candidates()));
        this.plan = AssignmentPlan.of(rules, tx.repository(SalesRep.TYPE).findAll(candidates));
        this.state = read(rules, candidates);
    }

    private AssignmentState read(List<AssignmentRule> rules, Set<Id<SalesRep>> candidates) {
        Map<Id<AssignmentRule>, Long> next = new HashMap<>();
        list(tx
                        .repository(AssignmentTurn.TYPE)
                        .query(AssignmentTurn.RULE.in(
                                rules.stream().map(AssignmentRule::id).toList()))
                        .stream())
                .forEach(turn -> {
                    turns.put(turn.require(AssignmentTurn.RULE), turn);
                    next.put(turn.require(AssignmentTurn.RULE), turn.next());
                });
        boolean byLoad = rules.stream().anyMatch(rule -> rule.method() == AssignmentMethod.LEAST_LOAD);
        return new AssignmentState(next, byLoad ? loads(candidates) : Map.of());
    }

    private Map<Id<SalesRep>, Long> loads(Collection<Id<SalesRep>> candidates) {
        Map<Id<SalesRep>, Long> loads = new HashMap<>();
        List<Group> groups = tx.repository(target.type())
                .query(target.load().and(target.owner().in(candidates)))
                .aggregate(List.of(target.owner()), List.of(Measure.count()));
        for (Group group : groups) {
            Id<SalesRep> owner = target.owner().valueOf(group.keys().get(0));
            if (owner != null) {
                loads.put(owner, group.count(0));
            }
        }
        return loads;
    }

    /** Decides on each record, with those before it counted. */
    List<Assignment> decide(List<T> records) {
        Instant now = tx.now();
        List<Assignment> assignments = new ArrayList<>();
        for (T record : records) {
            Assignment assignment = plan.decide(record, state, now);
            state = state.after(assignment);
            assignments.add(assignment);
        }
        return assignments;
    }

    /** Decides on each record and stores owners and next turns; returns the records in the same order. */
    List<AssignmentResult<T>> assign(List<T> records) {
        List<Assignment> assignments = decide(records);
        List<T> changed = new ArrayList<>();
        Multiset<Id<AssignmentRule>> counts = LinkedHashMultiset.create();
        Streams.forEachPair(records.stream(), assignments.stream(), (record, assignment) -> {
            AssignmentRule rule = assignment.rule();
            if (rule != null) {
                changed.add(record.with(target.owner(), assignment.rep()));
                if (rule.method() != AssignmentMethod.FIRST) {
                    counts.add(rule.id());
                }
            }
        });
        counts.forEachEntry(this::count);
        Repository<T> repository = tx.repository(target.type());
        Iterator<T> saved = changed.isEmpty()
                ? Collections.emptyIterator()
                : repository.saveAll(changed).iterator();
        return Streams.zip(
                        records.stream(),
                        assignments.stream(),
                        (record, assignment) ->
                                new AssignmentResult<>(assignment.isAssigned() ? saved.next() : record, assignment))
                .toList();
    }

    /** Saves the turn even if it is whose it was: the guard against another session's run. */
    private void count(Id<AssignmentRule> rule, long more) {
        Repository<AssignmentTurn> stored = tx.repository(AssignmentTurn.TYPE);
        AssignmentTurn turn = turns.get(rule);
        AssignmentTurn before = turn != null ? turn : stored.getOrAdd(AssignmentTurn.first(rule));
        turns.put(
                rule,
                stored.save(before.with(AssignmentTurn.NEXT, state.turn(rule))
                        .with(AssignmentTurn.ASSIGNED, before.assigned() + more)));
    }

    private static <R> List<R> list(Stream<R> stream) {
        try (stream) {
            return stream.toList();
        }
    }
}
