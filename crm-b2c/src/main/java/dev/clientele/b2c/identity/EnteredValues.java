package dev.clientele.b2c.identity;

import com.google.common.collect.Iterables;
import dev.clientele.b2c.identity.record.Identifier;
import dev.clientele.b2c.identity.record.IdentifierType;
import dev.clientele.b2c.identity.record.SourceRecord;
import dev.clientele.b2c.identity.resolution.LinkableRecord;
import dev.clientele.b2c.identity.survivorship.HandEdits;
import dev.clientele.b2c.person.Person;
import dev.clientele.core.CrmSession;
import dev.clientele.core.entity.Id;
import dev.clientele.core.entity.Repository;
import dev.clientele.persistence.criteria.Criteria;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Makes records of what people have entered about persons by hand, by whatever door: it is a source of its own, and is read when
 * the machine is about to decide on the person. Not thread-safe.
 */
final class EnteredValues {

    private static final int BATCH = 500;

    private final CrmSession tx;
    private final Policies policies;
    private final StoredGraph graph;
    private final Map<UUID, Person> persons = new HashMap<>();
    private final Set<String> asked = new HashSet<>();

    EnteredValues(CrmSession tx, Policies policies, StoredGraph graph) {
        this.tx = tx;
        this.policies = policies;
        this.graph = graph;
    }

    /** The persons that were read, by id. */
    Map<UUID, Person> persons() {
        return persons;
    }

    /** Reads the persons whom people know by identifiers of the seeds, and so on; what was entered about them becomes seeds. */
    void readByIdentifiers(Map<UUID, LinkableRecord> seeds) {
        Collection<LinkableRecord> open = List.copyOf(seeds.values());
        while (!open.isEmpty()) {
            Map<UUID, LinkableRecord> found = new LinkedHashMap<>();
            capture(find(open), found);
            seeds.putAll(found);
            open = found.values();
        }
    }

    /** Reads the persons of plans that change. Returns whether people have entered something that isn't a record yet; it becomes a seed. */
    boolean readOfPersons(List<PersonPlan> plans, Map<UUID, LinkableRecord> seeds) {
        Set<UUID> ids = new LinkedHashSet<>();
        for (PersonPlan plan : plans) {
            if (plan.isChanged() && !plan.isQuiet()) {
                ids.addAll(plan.before());
                ids.add(plan.person());
            }
        }
        ids.removeAll(persons.keySet());
        Map<UUID, LinkableRecord> found = new LinkedHashMap<>();
        if (!ids.isEmpty()) {
            capture(repository().findAll(ids.stream().map(Id::<Person>of).toList()), found);
        }
        seeds.putAll(found);
        return !found.isEmpty();
    }

    /** Makes records of what was entered about persons. Returns the ids of those that are new or say something new. */
    Set<UUID> read(Set<UUID> ids) {
        Map<UUID, LinkableRecord> found = new LinkedHashMap<>();
        capture(repository().findAll(ids.stream().map(Id::<Person>of).toList()), found);
        return found.keySet();
    }

    private Repository<Person> repository() {
        return tx.repository(Person.TYPE);
    }

    private void capture(Collection<Person> read, Map<UUID, LinkableRecord> found) {
        List<Person> unread = read.stream()
                .filter(person -> persons.putIfAbsent(person.id().value(), person) == null)
                .toList();
        unread.forEach(tx::rely);
        List<Person> edited = unread.stream()
                .filter(person ->
                        HandEdits.capture(person, Optional.empty(), tx.now()).isPresent())
                .toList();
        Map<String, SourceRecord> byHand = new HashMap<>();
        graph.bySourceKey(edited.stream().map(EnteredValues::keyOf).toList())
                .forEach(ready -> byHand.put(
                        graph.stored(ready.id()).require(SourceRecord.SOURCE_KEY), graph.stored(ready.id())));
        for (Person person : edited) {
            Optional<SourceRecord> before = Optional.ofNullable(byHand.get(keyOf(person)));
            HandEdits.capture(person, before, tx.now()).ifPresent(record -> {
                LinkableRecord ready = store(person, before, record);
                found.put(ready.id(), ready);
            });
        }
    }

    private static String keyOf(Person person) {
        return SourceRecord.BY_HAND + ":" + person.id();
    }

    private LinkableRecord store(Person person, Optional<SourceRecord> before, SourceRecord record) {
        Repository<SourceRecord> records = tx.repository(SourceRecord.TYPE);
        SourceRecord pending =
                RecordArrival.pending(record, before.map(RecordArrival::keysOf).orElse(Set.of()), policies);
        Collection<LinkableRecord> began = graph.records(Set.of(person.id().value()));
        SourceRecord stored;
        if (!pending.isNew()) {
            stored = records.save(pending);
        } else if (began.isEmpty()) {
            stored = records.add(pending.withId(Id.of(person.id().value())));
        } else {
            stored = records.add(pending);
            SourceRecord first = graph.stored(person.id().value());
            graph.put(records.save(first.with(SourceRecord.ENTERED, true)));
        }
        return graph.put(stored);
    }

    private Collection<Person> find(Collection<LinkableRecord> seeds) {
        Set<String> contacts = new LinkedHashSet<>();
        Set<String> cards = new LinkedHashSet<>();
        Set<String> externalIds = new LinkedHashSet<>();
        for (LinkableRecord seed : seeds) {
            for (Identifier each : seed.identifiers()) {
                String text = each.type() + ":" + each.value();
                if (!asked.add(text)) {
                    continue;
                }
                if (is(each, IdentifierType.EMAIL) || is(each, IdentifierType.PHONE)) {
                    contacts.add(text);
                } else if (is(each, IdentifierType.LOYALTY_CARD)) {
                    cards.add(each.value());
                } else if (is(each, IdentifierType.EXTERNAL_ID)) {
                    externalIds.add(each.value());
                }
            }
        }
        Map<UUID, Person> found = new LinkedHashMap<>();
        Iterables.partition(contacts, BATCH).forEach(some -> query(Person.CONTACT_KEYS.hasAny(some), found));
        Iterables.partition(cards, BATCH).forEach(some -> query(Person.LOYALTY_NUMBER.in(some), found));
        Iterables.partition(externalIds, BATCH).forEach(some -> {
            query(Person.SOURCE_KEY.in(some), found);
            query(Person.EXTERNAL_IDS.hasAny(some), found);
        });
        return found.values();
    }

    private static boolean is(Identifier identifier, IdentifierType type) {
        return identifier.type().equals(type.name());
    }

    private void query(Criteria criteria, Map<UUID, Person> found) {
        try (Stream<Person> some = repository().query(criteria).stream()) {
            some.limit(GenericValue.MAX_READ)
                    .forEach(person -> found.put(person.id().value(), person));
        }
    }
}
