package dev.clientele.b2c.person;

import com.google.common.collect.Iterables;
import dev.clientele.core.CrmSession;
import dev.clientele.core.change.Change;
import dev.clientele.core.csv.RecordKey;
import dev.clientele.core.customer.ContactPoint;
import dev.clientele.core.entity.Field;
import dev.clientele.core.entity.Id;
import dev.clientele.core.entity.Repository;
import dev.clientele.core.entity.Selection;
import dev.clientele.core.error.InvalidValueException;
import dev.clientele.core.error.NotFoundException;
import dev.clientele.core.error.StaleVersionException;
import dev.clientele.core.error.ViolationCode;
import dev.clientele.core.merge.MergedException;
import dev.clientele.core.merge.MergedIds;
import dev.clientele.persistence.criteria.Criteria;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The persons of the session's tenant. Thread-safe unless it comes from within a transaction.
 *
 * <p>What is said of each method holds as for {@link Repository}, errors included.
 */
public final class Persons {

    private static final int BATCH_SIZE = 1000;

    private final CrmSession session;

    /** Opens the persons of a session; users of the library take {@code B2c.in(session).persons()}. */
    public Persons(CrmSession session) {
        this.session = Objects.requireNonNull(session, "session");
    }

    private Repository<Person> repository() {
        return session.repository(Person.TYPE);
    }

    /** Stores a new person. */
    public Person add(Person person) {
        return repository().add(person);
    }

    /** Stores new persons, all or none. */
    public List<Person> addAll(Collection<Person> persons) {
        return repository().addAll(persons);
    }

    /**
     * Stores those persons whose {@link Person#SOURCE_KEY} isn't there yet, all or none: doing it again does nothing, so that
     * loading which broke off can simply begin anew. A batch of some hundreds to some thousands is fastest.
     *
     * @param persons each with a source key; of several with the same the first counts
     * @return the persons as they are stored, in the same order; those that were there already stay as they are
     * @throws InvalidValueException if one has no source key
     */
    public List<Person> addMissing(Collection<Person> persons) {
        Map<String, Person> byKey = new LinkedHashMap<>();
        List<String> keys = new ArrayList<>(persons.size());
        for (Person person : persons) {
            String key = person.find(Person.SOURCE_KEY)
                    .orElseThrow(() -> new InvalidValueException(
                            "",
                            ViolationCode.REQUIRED,
                            "every person must have a source key: say where it comes from by Person.from"));
            byKey.putIfAbsent(key, person);
            keys.add(key);
        }
        Map<String, Person> stored = session.inTransaction(tx -> {
            Persons inside = new Persons(tx);
            Map<String, Person> there = inside.byKey(byKey.keySet());
            List<Person> missing = byKey.entrySet().stream()
                    .filter(entry -> !there.containsKey(entry.getKey()))
                    .map(Map.Entry::getValue)
                    .toList();
            inside.addAll(missing).forEach(person -> there.put(person.require(Person.SOURCE_KEY), person));
            return there;
        });
        return keys.stream().map(key -> Objects.requireNonNull(stored.get(key))).toList();
    }

    private Map<String, Person> byKey(Set<String> keys) {
        Map<String, Person> found = new HashMap<>();
        for (List<String> some : Iterables.partition(keys, BATCH_SIZE)) {
            repository()
                    .query(Person.SOURCE_KEY.in(some))
                    .page(BATCH_SIZE)
                    .items()
                    .forEach(person -> found.put(person.require(Person.SOURCE_KEY), person));
        }
        return found;
    }

    /**
     * Stores a changed person.
     *
     * @throws MergedException if it became one with another person meanwhile, which it names
     */
    public Person save(Person person) {
        return saveAll(List.of(person)).get(0);
    }

    /**
     * Stores changed persons, all or none.
     *
     * @throws MergedException as {@link #save}
     */
    public List<Person> saveAll(Collection<Person> persons) {
        try {
            return repository().saveAll(persons);
        } catch (StaleVersionException e) {
            for (Person person : persons) {
                if (find(person.id()).isEmpty()) {
                    findMerged(person.id()).ifPresent(merged -> {
                        throw merged;
                    });
                }
            }
            throw e;
        }
    }

    /** Removes a person; refused while there are purchases of theirs. */
    public void remove(Person person) {
        repository().remove(person);
    }

    /**
     * Returns the person with this id.
     *
     * @throws MergedException if it became one with another person, which it names
     * @throws NotFoundException if there is none
     */
    public Person get(Id<Person> id) {
        return find(id).orElseThrow(() ->
                findMerged(id).orElseGet(() -> new NotFoundException(Person.TYPE.name(), id.value())));
    }

    /** Says of a person who isn't there with whom it became one. */
    private Optional<NotFoundException> findMerged(Id<Person> id) {
        return find(currentId(id))
                .map(now -> new MergedException(
                        Person.TYPE.name(), id.value(), now.id().value()));
    }

    /** Finds the person to whom an id leads now: that of a person who became one with another, or of a record about a person, too. */
    public Optional<Person> findCurrent(Id<Person> id) {
        return find(id).or(() -> find(currentId(id)));
    }

    /** Returns the id to which an id leads now; itself unless it is that of a merged person, or of a record about one. */
    public Id<Person> currentId(Id<Person> id) {
        UUID asked = id.value();
        return Id.of(new MergedIds(session).resolve(Person.TYPE, Set.of(asked)).getOrDefault(asked, asked));
    }

    /** Finds the person with this id. */
    public Optional<Person> find(Id<Person> id) {
        return repository().find(id);
    }

    /** Finds the persons with these ids, in no particular order; those that aren't there are left out. */
    public List<Person> findAll(Collection<Id<Person>> ids) {
        return repository().findAll(ids);
    }

    /**
     * Finds the person that was loaded from a system under this id, or else the one that is known there under it, as {@link
     * #findAllBySource} does; empty if several are. Arguments as {@link Person#from}.
     */
    public Optional<Person> findBySource(String source, String externalId) {
        return query(Person.SOURCE_KEY.is(SourceKey.of(source, externalId)))
                .first()
                .or(() -> {
                    Set<Id<Person>> known =
                            findAllBySource(source, List.of(externalId)).getOrDefault(externalId, Set.of());
                    return known.size() == 1 ? find(known.iterator().next()) : Optional.empty();
                });
    }

    /**
     * Finds the persons that are known in a system under these ids, each by {@link Person#from} or {@link Person#withExternalId}; in
     * place of merged ones their survivors. Ids that nobody has, or can have, are left out.
     *
     * @param source 1 to 64 characters without colon
     */
    public Map<String, Set<Id<Person>>> findAllBySource(String source, Collection<String> externalIds) {
        Map<String, String> ids = new HashMap<>();
        externalIds.stream()
                .filter(id -> !id.isBlank() && id.length() <= SourceKey.MAX_ID_LENGTH)
                .forEach(id -> ids.put(SourceKey.of(source, id), id));
        Map<String, Set<Id<Person>>> found = new HashMap<>();
        for (List<String> some : Iterables.partition(ids.keySet(), BATCH_SIZE)) {
            try (Stream<Person> persons =
                    query(Person.SOURCE_KEY.in(some).or(Person.EXTERNAL_IDS.hasAny(some))).stream()) {
                persons.forEach(person -> Stream.concat(
                                person.find(Person.SOURCE_KEY).stream(),
                                person.getOrDefault(Person.EXTERNAL_IDS, Set.of()).stream())
                        .filter(ids::containsKey)
                        .forEach(key -> add(found, ids.get(key), person.id())));
            }
        }
        List<String> missing = ids.keySet().stream()
                .filter(key -> !found.containsKey(ids.get(key)))
                .toList();
        MergedIds merged = new MergedIds(session);
        for (Field<Person, ?> field : List.of(Person.SOURCE_KEY, Person.EXTERNAL_IDS)) {
            merged.resolveKeys(Person.TYPE, field, missing)
                    .forEach((key, survivors) -> survivors.forEach(id -> add(found, ids.get(key), id)));
        }
        return found;
    }

    /**
     * Returns the naming of persons in files by the id in a system: that which a person was loaded {@linkplain Person#from from}, or one
     * with a {@linkplain Person#withExternalId further id}.
     *
     * @param source such as {@code shop}; 1 to 64 characters without colon
     */
    public static RecordKey<Person> keyIn(String source) {
        return new PersonSourceKey(Objects.requireNonNull(source, "source"));
    }

    private static void add(Map<String, Set<Id<Person>>> found, @Nullable String externalId, Id<Person> person) {
        if (externalId != null) {
            found.computeIfAbsent(externalId, first -> new LinkedHashSet<>()).add(person);
        }
    }

    /** Finds persons with this e-mail address or phone number, however it is written. */
    public Selection<Person> findByContactPoint(ContactPoint point) {
        return query(Person.havingContactPoint(point));
    }

    /** Returns all persons. */
    public Selection<Person> all() {
        return repository().all();
    }

    /** Finds persons that match criteria over the fields of {@link Person} and {@link Score}. */
    public Selection<Person> query(Criteria criteria) {
        return repository().query(criteria);
    }

    /** Returns the changes of a person's record, oldest first. */
    public List<Change> history(Id<Person> id) {
        return repository().history(id);
    }
}
