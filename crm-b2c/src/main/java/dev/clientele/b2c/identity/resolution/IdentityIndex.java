package dev.clientele.b2c.identity.resolution;

import dev.clientele.b2c.identity.linkage.RecordRef;
import dev.clientele.b2c.identity.record.SourceRecord;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;

/**
 * The persons of records that arrive one by one, in memory: for hosts that keep their own storage, and for streams. It keeps of each
 * record no more than what links it, in few bytes. Thread-safe: changes wait for each other.
 *
 * <pre>{@code
 * IdentityIndex index = new IdentityIndex(MatchPolicy.standard());
 * UUID person = index.add(SourceRecord.of("shop", "4711").email("ana@example.com").device("d-81")).person();
 * index.add(SourceRecord.sighting("web").device("d-81")).person();     // the same
 * }</pre>
 *
 * <p>After any sequence of changes the persons are those that {@link Resolution} finds among all records at once.
 */
public final class IdentityIndex {

    private final MatchPolicy policy;
    private final IndexedRecords records;
    private final KeyPostings postings = new KeyPostings();
    private final IndexedDecisions decisions = new IndexedDecisions();

    /** Creates an index without records. */
    public IdentityIndex(MatchPolicy policy) {
        this.policy = Objects.requireNonNull(policy, "policy");
        this.records = new IndexedRecords(policy);
    }

    /** Returns the id that a record has in every index, for {@link HandDecision}. */
    public static UUID idOf(RecordRef record) {
        return IndexedRecords.idOf(record);
    }

    /** Adds a record, or what it says now if that is later than what it said before, and returns its person. */
    public IndexedIdentity add(SourceRecord record) {
        return addAll(List.of(record)).get(0);
    }

    /** Adds records, as {@link #add}, and returns their persons in the same order, once all of them are there. */
    public synchronized List<IndexedIdentity> addAll(Collection<SourceRecord> arriving) {
        int before = records.count();
        Set<Integer> seeds = new TreeSet<>();
        Set<Long> touched = new HashSet<>();
        List<Integer> numbers = new ArrayList<>(arriving.size());
        for (SourceRecord record : arriving) {
            SourceRecord named = record.arrived(record.statement().saidAt());
            numbers.add(put(LinkageFacts.of(named, policy), seeds, touched));
        }
        Set<UUID> changed = resolve(seeds, touched);
        List<IndexedIdentity> found = new ArrayList<>(numbers.size());
        for (int number : numbers) {
            int person = records.person(number);
            found.add(new IndexedIdentity(records.id(number), records.id(person), person >= before, changed));
        }
        return found;
    }

    private int put(LinkageFacts facts, Set<Integer> seeds, Set<Long> touched) {
        UUID id = idOf(facts.ref());
        byte[] entry = records.encoded(facts);
        int number = records.find(id);
        if (number == IndexedRecords.NONE) {
            int added = records.add(id, entry);
            records.record(added).keys().forEach(key -> postings.add(key, added));
            seeds.add(added);
            return added;
        }
        if (isLater(facts, entry, number)) {
            LinkableRecord before = records.record(number);
            records.replace(number, entry);
            Set<Long> keysBefore = before.keys();
            Set<Long> keys = records.record(number).keys();
            keysBefore.stream().filter(key -> !keys.contains(key)).forEach(key -> postings.remove(key, number));
            keys.stream().filter(key -> !keysBefore.contains(key)).forEach(key -> postings.add(key, number));
            addSharers(before, seeds);
            touched.addAll(keysBefore);
            touched.addAll(keys);
            seeds.addAll(records.siblings(number));
        }
        return number;
    }

    /** Of two statements of one time the same counts in whatever order they come. */
    private boolean isLater(LinkageFacts facts, byte[] entry, int number) {
        int order = facts.saidAt().compareTo(records.facts(number).saidAt());
        return order > 0 || (order == 0 && Arrays.compare(entry, records.encoded(number)) > 0);
    }

    /** Adds one of those that share each identifier, which may link them now, and each key that may cease to be generic. */
    private void addSharers(LinkableRecord before, Set<Integer> seeds) {
        before.identifiers().forEach(each -> postings.addFirst(each.key(), seeds));
        Arrays.stream(before.blockingKeys()).filter(postings::isGeneric).forEach(key -> postings.addFirst(key, seeds));
    }

    /** Removes a record and returns whether it was there. */
    public synchronized boolean remove(RecordRef record) {
        UUID id = idOf(record);
        int number = records.find(id);
        if (number == IndexedRecords.NONE) {
            return false;
        }
        LinkableRecord gone = records.record(number);
        Set<Long> keys = gone.keys();
        Set<Integer> seeds = new TreeSet<>(records.siblings(number));
        decisions.about(Set.of(id)).forEach(decision -> seeds.addAll(concerned(decision)));
        seeds.remove(number);
        keys.forEach(key -> postings.remove(key, number));
        addSharers(gone, seeds);
        records.leave(number);
        records.remove(number, id);
        resolve(seeds, keys);
        return true;
    }

    /** Adds what somebody has decided about records, by their {@linkplain #idOf ids}; they may arrive later. */
    public synchronized void decide(HandDecision decision) {
        decisions.add(decision);
        resolve(concerned(decision), Set.of());
    }

    /** Takes back what somebody has decided. */
    public synchronized void withdraw(HandDecision decision) {
        Set<Integer> concerned = concerned(decision);
        decisions.remove(decision);
        resolve(concerned, Set.of());
    }

    private Set<Integer> concerned(HandDecision decision) {
        Set<Integer> numbers = new TreeSet<>();
        for (UUID id : IndexedDecisions.recordsOf(decision)) {
            int number = records.find(id);
            if (number != IndexedRecords.NONE) {
                numbers.addAll(records.siblings(number));
            }
        }
        return numbers;
    }

    /** Divides the region of some records anew and returns the persons that have changed. */
    private Set<UUID> resolve(Set<Integer> changedRecords, Set<Long> touched) {
        if (changedRecords.isEmpty()) {
            return Set.of();
        }
        Set<Integer> seeds = new TreeSet<>(changedRecords);
        while (true) {
            IndexedGraph graph = new IndexedGraph(records, postings, decisions, touched, policy.maxBlock());
            Resolution resolution = Resolution.of(
                    graph, policy, seeds.stream().map(graph::record).toList());
            List<List<Integer>> persons = new ArrayList<>();
            Set<Integer> region = new HashSet<>();
            for (List<UUID> person : resolution.persons()) {
                List<Integer> members = person.stream().map(records::find).toList();
                persons.add(members);
                region.addAll(members);
            }
            Set<Integer> beyond = new TreeSet<>();
            region.forEach(number -> beyond.addAll(records.siblings(number)));
            beyond.removeAll(region);
            if (beyond.isEmpty()) {
                resolution.changedKeys().forEach(key -> postings.setGeneric(key.key(), key.generic()));
                return apply(persons);
            }
            seeds.addAll(beyond);
        }
    }

    private Set<UUID> apply(List<List<Integer>> persons) {
        Map<Integer, Set<Integer>> before = new TreeMap<>();
        Map<Integer, Set<Integer>> after = new LinkedHashMap<>();
        for (List<Integer> members : persons) {
            for (int number : members) {
                int person = records.person(number);
                if (person != IndexedRecords.NONE) {
                    before.computeIfAbsent(person, first -> new HashSet<>()).add(number);
                }
            }
        }
        persons.forEach(members -> {
            records.setPerson(members);
            after.put(records.person(members.get(0)), Set.copyOf(members));
        });
        Set<UUID> changed = new LinkedHashSet<>();
        before.forEach((person, members) -> {
            if (!members.equals(after.get(person)) && records.isThere(person)) {
                changed.add(records.id(person));
            }
        });
        after.forEach((person, members) -> {
            if (!members.equals(before.get(person))) {
                changed.add(records.id(person));
            }
        });
        return changed;
    }

    /** Returns the person of a record, if the record is there. */
    public synchronized Optional<UUID> person(RecordRef record) {
        int number = records.find(idOf(record));
        return number == IndexedRecords.NONE ? Optional.empty() : Optional.of(records.id(records.person(number)));
    }

    /** Returns the records of a person in order; none if there is no such person. */
    public synchronized List<RecordRef> records(UUID person) {
        int number = records.find(person);
        return number == IndexedRecords.NONE || records.person(number) != number ? List.of() : refs(number);
    }

    /** Returns the records of every person, each in order. */
    public synchronized List<List<RecordRef>> persons() {
        List<List<RecordRef>> persons = new ArrayList<>();
        for (int number = 0; number < records.count(); number++) {
            if (records.isThere(number) && records.person(number) == number) {
                persons.add(refs(number));
            }
        }
        return persons;
    }

    private List<RecordRef> refs(int number) {
        return records.siblings(number).stream().map(records::ref).sorted().toList();
    }

    /** Returns the number of records. */
    public synchronized int size() {
        return records.size();
    }
}
