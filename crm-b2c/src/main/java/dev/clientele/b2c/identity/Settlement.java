package dev.clientele.b2c.identity;

import dev.clientele.b2c.identity.record.SourceRecord;
import dev.clientele.b2c.identity.resolution.GenericKey;
import dev.clientele.b2c.identity.resolution.LinkableRecord;
import dev.clientele.b2c.identity.resolution.Resolution;
import dev.clientele.b2c.person.Person;
import dev.clientele.b2c.purchase.Purchases;
import dev.clientele.core.CrmSession;
import dev.clientele.core.entity.Id;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Decides, within one transaction, whom records are about, and makes persons, references and purchases follow. Everything that it
 * decides on is read in the transaction and relied on. Not thread-safe.
 */
final class Settlement {

    private final CrmSession tx;
    private final Policies policies;
    private final StoredGraph graph;
    private final EnteredValues entered;

    Settlement(CrmSession tx) {
        this.tx = tx;
        this.policies = new PolicyStore(tx).rely();
        this.graph = new StoredGraph(tx, policies.identity());
        this.entered = new EnteredValues(tx, policies, graph);
    }

    StoredGraph graph() {
        return graph;
    }

    EnteredValues entered() {
        return entered;
    }

    /** Settles the pending ones among records, with everything that has to do with them. */
    SettledRegion settle(Collection<Id<SourceRecord>> ids) {
        Set<UUID> wanted = ids.stream().map(Id::value).collect(Collectors.toCollection(LinkedHashSet::new));
        Map<UUID, LinkableRecord> seeds = new LinkedHashMap<>();
        for (LinkableRecord record : graph.records(wanted)) {
            if (graph.stored(record.id()).getOrDefault(SourceRecord.PENDING, false)) {
                seeds.put(record.id(), record);
            }
        }
        return settle(seeds, Set.of());
    }

    /**
     * Divides what the seeds have to do with into persons.
     *
     * @param seeds records to begin with, by id
     * @param persons whose records are looked at too, all of them
     */
    SettledRegion settle(Map<UUID, LinkableRecord> seeds, Set<UUID> persons) {
        addFormerNeighbours(seeds, persons);
        entered.readByIdentifiers(seeds);
        while (true) {
            Resolution resolution = Resolution.of(graph, policies.identity(), seeds.values());
            List<PersonPlan> plans = plans(resolution);
            if (!entered.readOfPersons(plans, seeds) && !addLeftBehind(plans, seeds)) {
                return apply(resolution, plans, seeds.keySet());
            }
        }
    }

    /** Adds those who were linked by what a record says no more: they have to be looked at without it. */
    private void addFormerNeighbours(Map<UUID, LinkableRecord> seeds, Set<UUID> persons) {
        Set<UUID> concerned = new LinkedHashSet<>(persons);
        Set<Long> former = new LinkedHashSet<>();
        for (UUID id : List.copyOf(seeds.keySet())) {
            SourceRecord record = graph.stored(id);
            record.person().ifPresent(person -> concerned.add(person.value()));
            record.getOrDefault(SourceRecord.FORMER_KEYS, Set.of()).forEach(key -> former.add(LinkKeyText.parse(key)));
        }
        if (!concerned.isEmpty()) {
            graph.recordsOf(concerned).forEach(record -> seeds.put(record.id(), record));
        }
        if (!former.isEmpty()) {
            graph.holders(former, Set.of())
                    .records()
                    .values()
                    .forEach(holders -> holders.stream().limit(1).forEach(record -> seeds.put(record.id(), record)));
        }
    }

    private List<PersonPlan> plans(Resolution resolution) {
        return resolution.persons().stream()
                .map(ids -> new PersonPlan(ids.stream().map(graph::stored).toList()))
                .toList();
    }

    /** Adds the missing records of a person that comes apart, of which all have to be there. Returns whether some were missing. */
    private boolean addLeftBehind(List<PersonPlan> plans, Map<UUID, LinkableRecord> seeds) {
        Map<UUID, Integer> parts = new LinkedHashMap<>();
        Set<UUID> read = new LinkedHashSet<>();
        for (PersonPlan plan : plans) {
            plan.before().forEach(person -> parts.merge(person, 1, Integer::sum));
            plan.records().forEach(record -> read.add(record.id().value()));
        }
        Set<UUID> apart = new LinkedHashSet<>();
        for (PersonPlan plan : plans) {
            for (UUID person : plan.before()) {
                if (Objects.requireNonNull(parts.get(person)) > 1 || !person.equals(plan.person())) {
                    apart.add(person);
                }
            }
        }
        boolean missing = false;
        for (LinkableRecord record : apart.isEmpty() ? List.<LinkableRecord>of() : graph.recordsOf(apart)) {
            if (!read.contains(record.id())) {
                seeds.put(record.id(), record);
                missing = true;
            }
        }
        return missing;
    }

    private SettledRegion apply(Resolution resolution, List<PersonPlan> plans, Set<UUID> seeds) {
        keepGenericValues(resolution.changedKeys());
        Set<UUID> usable = plans.stream()
                .flatMap(plan -> plan.records().stream())
                .map(record -> record.id().value())
                .filter(id -> graph.records(Set.of(id)).iterator().next().isUsable())
                .collect(Collectors.toSet());
        PersonRegion region =
                new PersonRegion(tx, plans, usable, resolution, policies.survivorship(), entered.persons());
        List<IdentityDecision> decisions = region.apply();
        List<Id<Person>> concerned =
                region.concerned().stream().map(Id::<Person>of).toList();
        if (!concerned.isEmpty()) {
            new Purchases(tx).followIdentities(concerned);
        }
        new ReviewQueue(tx, graph, policies.identity()).add(resolution.questions(), seeds);
        return new SettledRegion(resolution, plans, usable, decisions);
    }

    private void keepGenericValues(List<GenericKey> changed) {
        Set<String> keys = LinkKeyText.of(changed.stream().map(GenericKey::key).toList());
        tx.repository(GenericValue.TYPE)
                .saveAll(graph.overfull().stream()
                        .filter(value -> !keys.contains(value.require(GenericValue.KEY)))
                        .map(value -> value.with(GenericValue.CROWDED, true))
                        .toList());
        List<GenericValue> turned = new ArrayList<>();
        for (GenericKey key : changed) {
            if (key.generic()) {
                turned.add(GenericValue.of(key, tx.now()).with(GenericValue.CROWDED, isCrowded(key) ? true : null));
            } else {
                graph.generic(key.key()).ifPresent(tx.repository(GenericValue.TYPE)::remove);
            }
        }
        tx.repository(GenericValue.TYPE).getOrAddAll(turned);
    }

    private static boolean isCrowded(GenericKey key) {
        return key.kind().equals(GenericKey.BLOCK) || key.records() > GenericValue.MAX_READ;
    }
}
