package dev.clientele.b2c.identity;

import dev.clientele.b2c.identity.record.LinkReason;
import dev.clientele.b2c.identity.record.SourceRecord;
import dev.clientele.b2c.identity.resolution.LinkableRecord;
import dev.clientele.b2c.person.Person;
import dev.clientele.core.CrmSession;
import dev.clientele.core.entity.Id;
import dev.clientele.core.entity.Repository;
import dev.clientele.core.error.InvalidException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Decisions of people about persons, taken within one transaction. Not thread-safe. */
final class HandDecisions {

    private final CrmSession tx;
    private final Repository<IdentityDecision> decisions;
    private final Settlement settlement;
    private final StoredGraph graph;

    HandDecisions(CrmSession tx) {
        this.tx = tx;
        this.decisions = tx.repository(IdentityDecision.TYPE);
        this.settlement = new Settlement(tx);
        this.graph = settlement.graph();
    }

    IdentityDecision same(Id<Person> person, Id<Person> other) {
        return decide(DecisionKind.SAME, person, other);
    }

    IdentityDecision forbid(Id<Person> person, Id<Person> other) {
        return decide(DecisionKind.DIFFERENT, person, other);
    }

    private IdentityDecision decide(DecisionKind kind, Id<Person> person, Id<Person> other) {
        PersonRecords all = new PersonRecords(tx);
        Id<Person> one = all.current(person);
        Id<Person> two = all.current(other);
        if (one.equals(two)) {
            throw InvalidException.of(
                    IdentityDecision.TYPE.name(),
                    IdentityDecision.OTHER_PERSON.name(),
                    kind == DecisionKind.SAME
                            ? "is the same person already"
                            : "is the same person: take back what made them one");
        }
        tx.repository(Person.TYPE).get(one);
        tx.repository(Person.TYPE).get(two);
        settlement.entered().read(Set.of(one.value(), two.value()));
        return decide(kind, one.value(), idsOf(one), two.value(), idsOf(two), null);
    }

    private Set<UUID> idsOf(Id<Person> person) {
        return graph.recordsOf(Set.of(person.value())).stream()
                .map(LinkableRecord::id)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    IdentityDecision separate(Collection<Id<SourceRecord>> records) {
        Set<UUID> named = records.stream().map(Id::value).collect(Collectors.toCollection(LinkedHashSet::new));
        Set<Id<Person>> persons = new LinkedHashSet<>();
        for (LinkableRecord record : graph.records(named)) {
            graph.stored(record.id()).person().ifPresent(persons::add);
        }
        if (persons.size() != 1) {
            throw InvalidException.of(
                    SourceRecord.TYPE.name(),
                    SourceRecord.PERSON.name(),
                    "must be one for all records, got " + persons.size());
        }
        Id<Person> person = persons.iterator().next();
        Set<UUID> rest = idsOf(person);
        rest.removeAll(named);
        if (rest.isEmpty()) {
            throw InvalidException.of(
                    SourceRecord.TYPE.name(),
                    SourceRecord.PERSON.name(),
                    "must keep one record at least, got all of them");
        }
        UUID other = named.stream().sorted().findFirst().orElseThrow();
        return decide(DecisionKind.DIFFERENT, person.value(), rest, other, named, null);
    }

    IdentityDecision takeBack(Id<IdentityDecision> id) {
        IdentityDecision decision = decisions.getForUpdate(id);
        if (decision.isTakenBack() || decision.kind() == DecisionKind.SPLIT) {
            throw InvalidException.of(
                    IdentityDecision.TYPE.name(),
                    IdentityDecision.TAKEN_BACK_AT.name(),
                    decision.isTakenBack()
                            ? "was taken back already"
                            : "a person that came apart is made one by a decision of its own");
        }
        IdentityDecision taken = decisions.save(
                decision.with(IdentityDecision.TAKEN_BACK_AT, tx.now()).without(IdentityDecision.IN_FORCE));
        DecisionKind kind = decision.kind() == DecisionKind.DIFFERENT ? DecisionKind.SAME : DecisionKind.DIFFERENT;
        return decide(
                kind,
                taken.person().value(),
                taken.records(),
                taken.otherPerson().value(),
                taken.otherRecords(),
                taken);
    }

    MatchReview answer(MatchReview review, boolean same) {
        MatchReview answered = tx.repository(MatchReview.TYPE).save(review.with(MatchReview.SAME, same));
        Set<UUID> one = Set.of(review.first().value());
        Set<UUID> other = Set.of(review.second().value());
        graph.records(Set.of(review.first().value(), review.second().value()));
        decide(
                same ? DecisionKind.SAME : DecisionKind.DIFFERENT,
                personOf(review.first()),
                one,
                personOf(review.second()),
                other,
                null);
        return answered;
    }

    private UUID personOf(Id<SourceRecord> record) {
        return graph.stored(record.value()).person().map(Id::value).orElse(record.value());
    }

    private IdentityDecision decide(
            DecisionKind kind,
            UUID person,
            Set<UUID> records,
            UUID other,
            Set<UUID> others,
            @Nullable IdentityDecision takesBack) {
        IdentityDecision draft = IdentityDecision.of(kind, person, other, tx.actor(), tx.now())
                .about(records, others)
                .with(IdentityDecision.WORDS, LinkReason.BY_HAND);
        boolean stands = takesBack == null || takesBack.kind() != DecisionKind.DIFFERENT;
        if (stands) {
            draft = draft.with(IdentityDecision.IN_FORCE, true);
        }
        if (takesBack != null) {
            draft = draft.with(IdentityDecision.TAKES_BACK, takesBack.id().toString());
        }
        if (kind == DecisionKind.SAME) {
            liftContrary(records, others);
        }
        IdentityDecision decision = decisions.add(draft);
        settle(records, others);
        return decision;
    }

    /** Whoever decides that persons are one has decided on what kept them apart. */
    private void liftContrary(Set<UUID> records, Set<UUID> others) {
        Set<UUID> all = new LinkedHashSet<>(records);
        all.addAll(others);
        graph.records(all);
        List<IdentityDecision> lifted = new ArrayList<>();
        for (IdentityDecision decision : graph.decided(all)) {
            boolean between = decision.kind() == DecisionKind.DIFFERENT
                    && touches(decision.records(), decision.otherRecords(), records, others);
            if (between) {
                lifted.add(
                        decision.with(IdentityDecision.TAKEN_BACK_AT, tx.now()).without(IdentityDecision.IN_FORCE));
            }
        }
        decisions.saveAll(lifted);
    }

    private static boolean touches(Set<UUID> one, Set<UUID> other, Set<UUID> records, Set<UUID> others) {
        return (intersect(one, records) && intersect(other, others))
                || (intersect(one, others) && intersect(other, records));
    }

    private static boolean intersect(Set<UUID> some, Set<UUID> others) {
        return some.stream().anyMatch(others::contains);
    }

    private void settle(Set<UUID> records, Set<UUID> others) {
        Set<UUID> all = new LinkedHashSet<>(records);
        all.addAll(others);
        Map<UUID, LinkableRecord> seeds = new LinkedHashMap<>();
        Set<UUID> persons = new LinkedHashSet<>();
        List<SourceRecord> marked = new ArrayList<>();
        for (LinkableRecord record : graph.records(all)) {
            SourceRecord stored = graph.stored(record.id());
            stored.person().ifPresent(person -> persons.add(person.value()));
            marked.add(stored.with(SourceRecord.DECIDED, true));
        }
        tx.repository(SourceRecord.TYPE).saveAll(marked).forEach(record -> {
            LinkableRecord ready = graph.put(record);
            seeds.put(ready.id(), ready);
        });
        settlement.settle(seeds, persons);
    }
}
