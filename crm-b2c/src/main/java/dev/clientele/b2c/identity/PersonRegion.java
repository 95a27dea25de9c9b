package dev.clientele.b2c.identity;

import dev.clientele.b2c.identity.record.LinkReason;
import dev.clientele.b2c.identity.record.SourceRecord;
import dev.clientele.b2c.identity.relation.Relations;
import dev.clientele.b2c.identity.resolution.Resolution;
import dev.clientele.b2c.identity.survivorship.PersonProjection;
import dev.clientele.b2c.identity.survivorship.SurvivorshipRules;
import dev.clientele.b2c.person.Person;
import dev.clientele.core.CrmSession;
import dev.clientele.core.entity.Id;
import dev.clientele.core.entity.Repository;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Makes the stored persons those that the records were found to be about. Within one transaction; not thread-safe. */
final class PersonRegion {

    private final CrmSession tx;
    private final List<PersonPlan> plans;
    private final Set<UUID> usable;
    private final Resolution resolution;
    private final SurvivorshipRules rules;
    private final Repository<Person> persons;
    private final Repository<SourceRecord> records;
    private final Map<UUID, PersonPlan> planOfRecord = new HashMap<>();
    private final List<PersonPlan> changed = new ArrayList<>();
    private final Map<UUID, Person> current = new HashMap<>();
    private final Set<UUID> complete = new HashSet<>();
    private final Map<UUID, Person> known;

    PersonRegion(
            CrmSession tx,
            List<PersonPlan> plans,
            Set<UUID> usable,
            Resolution resolution,
            SurvivorshipRules rules,
            Map<UUID, Person> known) {
        this.tx = tx;
        this.plans = plans;
        this.usable = usable;
        this.resolution = resolution;
        this.rules = rules;
        this.known = known;
        this.persons = tx.repository(Person.TYPE);
        this.records = tx.repository(SourceRecord.TYPE);
        for (PersonPlan plan : plans) {
            plan.records().forEach(record -> planOfRecord.put(record.id().value(), plan));
            if (plan.isChanged()) {
                changed.add(plan);
            }
        }
    }

    /** Returns the decisions that were taken. */
    List<IdentityDecision> apply() {
        Map<UUID, UUID> restored = bringBackWhoComesApart();
        createMissing(restored.keySet());
        assign(restored.keySet());
        List<IdentityDecision> decisions = new ArrayList<>();
        mergeLeftOver(restored, decisions);
        addSplits(decisions);
        List<IdentityDecision> stored = decisions.isEmpty()
                ? List.of()
                : tx.repository(IdentityDecision.TYPE).addAll(decisions);
        project(restored.keySet());
        return stored;
    }

    private List<PersonPlan> withPersons() {
        return changed.stream().filter(plan -> !plan.isNobody(usable)).toList();
    }

    /** Returns who is back, with the person that each had become one with. */
    private Map<UUID, UUID> bringBackWhoComesApart() {
        Map<UUID, UUID> restored = new LinkedHashMap<>();
        PersonMerges merges = new PersonMerges(tx);
        for (PersonPlan plan : withPersons()) {
            Set<UUID> left = plan.before();
            left.removeIf(plan::contains);
            left.remove(plan.person());
            for (SourceRecord record : left.isEmpty() ? List.<SourceRecord>of() : plan.records()) {
                // who had begun with a record goes along when it leaves a person that stays behind
                PersonPlan.before(record)
                        .filter(left::contains)
                        .ifPresent(person -> merges.bringBack(record.id().value(), restored));
            }
        }
        return restored;
    }

    private void createMissing(Set<UUID> restored) {
        List<Person> created = new ArrayList<>();
        for (PersonPlan plan : withPersons()) {
            UUID id = plan.person();
            if (!plan.isQuiet() && !known.containsKey(id) && !restored.contains(id)) {
                Person unnamed = persons.type().newEntity().withId(Id.of(id));
                created.add(PersonProjection.project(unnamed, plan.records(), rules));
            }
        }
        List<Person> stored = new UniquePersonKeys(persons).add(created);
        for (int i = 0; i < stored.size(); i++) {
            UUID id = stored.get(i).id().value();
            current.put(id, stored.get(i));
            if (UniquePersonKeys.sameKeys(stored.get(i), created.get(i))) {
                complete.add(id);
            }
        }
    }

    /** Leads the records to their persons; on those that stay where they are the decision relies. */
    private void assign(Set<UUID> restored) {
        List<SourceRecord> moved = new ArrayList<>();
        for (PersonPlan plan : plans) {
            boolean nobody = plan.isNobody(usable);
            for (SourceRecord read : plan.records()) {
                if (!plan.isChanged(read)) {
                    tx.rely(read);
                    continue;
                }
                SourceRecord now = restored.isEmpty() ? read : records.get(read.id());
                moved.add(now.with(SourceRecord.PERSON, nobody ? null : Id.of(plan.person()))
                        .with(SourceRecord.REASONS, reasons(read))
                        .without(SourceRecord.PENDING)
                        .without(SourceRecord.FORMER_KEYS));
            }
        }
        records.saveAll(moved);
    }

    private List<LinkReason> reasons(SourceRecord record) {
        return resolution.reasons().getOrDefault(record.id().value(), List.of()).stream()
                .limit(SourceRecord.MAX_REASONS)
                .toList();
    }

    /** Persons whose records are all about another one now become one with that. */
    private void mergeLeftOver(Map<UUID, UUID> restored, List<IdentityDecision> decisions) {
        Map<UUID, PersonPlan> leftOver = new TreeMap<>();
        Set<UUID> concerned = new LinkedHashSet<>(restored.keySet());
        changed.forEach(plan -> concerned.addAll(plan.before()));
        for (UUID person : concerned) {
            PersonPlan plan = planOfRecord.get(person);
            if (plan != null && !plan.person().equals(person)) {
                leftOver.put(person, plan);
            }
        }
        PersonMerges merges = new PersonMerges(tx);
        leftOver.forEach((person, plan) -> {
            if (persons.find(Id.of(person)).isPresent()) {
                merges.merge(plan.person(), person);
                if (!plan.person().equals(restored.get(person))) {
                    decisions.add(new DecisionWriter(tx, resolution).merged(plan, person));
                }
            }
        });
    }

    private void addSplits(List<IdentityDecision> decisions) {
        Map<UUID, List<PersonPlan>> parts = new LinkedHashMap<>();
        for (PersonPlan plan : plans) {
            plan.before()
                    .forEach(person -> parts.computeIfAbsent(person, first -> new ArrayList<>())
                            .add(plan));
        }
        parts.forEach((person, apart) -> {
            if (apart.size() > 1) {
                PersonPlan stays = apart.stream()
                        .filter(plan -> plan.person().equals(person))
                        .findFirst()
                        .orElse(apart.get(0));
                apart.stream()
                        .filter(plan -> !plan.equals(stays))
                        .forEach(plan -> decisions.add(new DecisionWriter(tx, resolution).split(stays, plan)));
            }
        });
    }

    /** Gives the persons what their records say. */
    private void project(Set<UUID> restored) {
        Set<UUID> wanted = new LinkedHashSet<>();
        Set<UUID> concerned = new HashSet<>(restored);
        for (PersonPlan plan : changed) {
            if (!plan.isQuiet()) {
                concerned.addAll(plan.before());
                concerned.add(plan.person());
            }
        }
        for (PersonPlan plan : plans) {
            if (concerned.contains(plan.person()) && !plan.isNobody(usable)) {
                wanted.add(plan.person());
            }
        }
        Map<UUID, Person> before = new LinkedHashMap<>();
        List<Person> projected = new ArrayList<>();
        for (UUID id : wanted) {
            PersonPlan plan = planOfRecord.get(id);
            Person person = current(id, restored);
            if (plan != null && person != null && !complete.contains(id)) {
                before.put(id, person);
                projected.add(PersonProjection.project(person, plan.records(), rules));
            }
        }
        new UniquePersonKeys(persons).save(before, projected);
        relate(wanted);
    }

    private void relate(Set<UUID> ids) {
        Relations relations = new Relations(tx);
        if (!relations.rules().isEmpty()) {
            relations.refresh(ids.stream().map(Id::<Person>of).toList());
        }
    }

    private @Nullable Person current(UUID id, Set<UUID> restored) {
        Person created = current.get(id);
        if (created != null) {
            return created;
        }
        Person read = restored.isEmpty() ? known.get(id) : null;
        return read == null ? persons.find(Id.of(id)).orElse(null) : read;
    }

    /** The persons whose purchases may have gone elsewhere. */
    Collection<UUID> concerned() {
        Set<UUID> concerned = new LinkedHashSet<>();
        for (PersonPlan plan : changed) {
            if (!plan.before().equals(Set.of(plan.person())) && !plan.before().isEmpty()) {
                concerned.addAll(plan.before());
                concerned.add(plan.person());
            }
        }
        return concerned;
    }
}
