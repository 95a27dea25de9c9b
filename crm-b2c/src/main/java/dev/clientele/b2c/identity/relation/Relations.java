package dev.clientele.b2c.identity.relation;

import com.google.common.collect.Iterables;
import dev.clientele.b2c.person.Person;
import dev.clientele.core.CrmSession;
import dev.clientele.core.MergeFollower;
import dev.clientele.core.entity.Id;
import dev.clientele.core.entity.Repository;
import dev.clientele.core.entity.Selection;
import dev.clientele.core.error.NotFoundException;
import dev.clientele.persistence.criteria.Criteria;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The groups of persons who belong together without being one: households, employers. Thread-safe unless it comes from within a transaction.
 *
 * <p>Relations follow from the fields of persons as those are when the machine writes them, in {@code identity}, in merges and their
 * undos; {@link #refresh} brings in what people edit. Who writes needs the {@linkplain
 * dev.clientele.core.access.AccessPolicy#computable right to compute} about persons as soon as there are rules.
 */
public final class Relations {

    private static final int BATCH = 500;

    private final CrmSession session;

    /** Opens the relations of a session; users of the library take {@code B2c.in(session).relations()}. */
    public Relations(CrmSession session) {
        this.session = Objects.requireNonNull(session, "session");
    }

    /** Returns what keeps relations in step with merges of persons. */
    public static MergeFollower<Person> mergeFollower() {
        return RelationFollower.INSTANCE;
    }

    /** Returns the rules; none unless set. */
    public List<RelationRule> rules() {
        return session.repository(RelationSettings.TYPE)
                .find(RelationSettings.singletonId())
                .map(RelationSettings::rules)
                .orElse(List.of());
    }

    /** Sets the rules, for what is written from now on; {@link #refresh} applies them to all. */
    public void setRules(List<RelationRule> rules) {
        session.runInTransaction(tx -> {
            Repository<RelationSettings> all = tx.repository(RelationSettings.TYPE);
            RelationSettings settings = all.find(RelationSettings.singletonId())
                    .orElseGet(RelationSettings::create)
                    .with(RelationSettings.RULES, rules);
            if (settings.isNew()) {
                all.add(settings);
            } else {
                all.save(settings);
            }
        });
    }

    /**
     * Computes the relations of all persons from their fields, some hundreds to a transaction; persons may be written meanwhile. Only what
     * is different is stored. If it breaks off, calling it again does what is left.
     *
     * @return how many persons had other relations before
     */
    public long refresh() {
        List<Id<Person>> ids;
        try (Stream<Person> all = session.repository(Person.TYPE).all().stream()) {
            ids = all.map(Person::id).toList();
        }
        long changed = 0;
        for (List<Id<Person>> some : Iterables.partition(ids, BATCH)) {
            changed += refresh(some);
        }
        return changed;
    }

    /**
     * Computes the relations of some persons from their fields.
     *
     * @return how many of them had other relations before
     */
    public long refresh(Collection<Id<Person>> persons) {
        return session.inTransaction(tx -> new RelationWriter(tx).refresh(persons));
    }

    /**
     * Returns the groups that a person is in, also those that relate nobody.
     *
     * @throws NotFoundException if there is no such person
     */
    public List<RelationGroup> of(Id<Person> person) {
        return session.inSnapshot(tx -> {
            Set<String> keys = keysOf(tx, person);
            List<RelationGroup> groups = new ArrayList<>();
            for (RelationRule rule : new Relations(tx).rules()) {
                for (String key : keys) {
                    if (key.startsWith(rule.prefix())) {
                        groups.add(group(rule, key, count(tx, key)));
                    }
                }
            }
            return groups;
        });
    }

    /**
     * Returns the persons to whom a person is related by a rule, itself among them; none if it has no relation by that rule, or only such
     * that so many have that they relate nobody.
     *
     * @param rule the name of a rule
     * @throws NotFoundException if there is no such person
     */
    public Selection<Person> members(Id<Person> person, String rule) {
        Set<String> keys = new TreeSet<>();
        for (RelationGroup group : of(person)) {
            if (group.rule().equals(rule) && !group.generic()) {
                keys.add(group.key());
            }
        }
        return session.repository(Person.TYPE).query(Person.RELATION_KEYS.hasAny(keys));
    }

    /** Returns the members of a group. */
    public Selection<Person> members(RelationGroup group) {
        return session.repository(Person.TYPE).query(Person.RELATION_KEYS.hasAny(Set.of(group.key())));
    }

    /**
     * Returns the groups by a rule with their sizes, the largest first. Reads all persons who are in one.
     *
     * @param rule the name of a rule
     * @param minMembers the fewest members that a group has, 1 or more
     */
    public List<RelationGroup> groups(String rule, int minMembers) {
        return groups(rule, Person.RELATION_KEYS.isPresent()).stream()
                .filter(group -> group.members() >= minMembers)
                .toList();
    }

    /**
     * Returns how many groups by a rule have a member who meets criteria; such that relate nobody don't count.
     *
     * @param rule the name of a rule
     */
    public long count(String rule, Criteria criteria) {
        return session.inSnapshot(tx -> {
            Relations relations = new Relations(tx);
            return relations.groups(rule, Person.RELATION_KEYS.isPresent().and(criteria)).stream()
                    .filter(group -> !relations.isGeneric(rule, group))
                    .count();
        });
    }

    private boolean isGeneric(String rule, RelationGroup some) {
        return group(require(rule), some.key(), count(session, some.key())).generic();
    }

    private List<RelationGroup> groups(String name, Criteria criteria) {
        RelationRule rule = require(name);
        Map<String, Long> counts = new HashMap<>();
        try (Stream<Person> persons = session.repository(Person.TYPE).query(criteria).stream()) {
            persons.forEach(person -> person.getOrDefault(Person.RELATION_KEYS, Set.of()).stream()
                    .filter(key -> key.startsWith(rule.prefix()))
                    .forEach(key -> counts.merge(key, 1L, Long::sum)));
        }
        return counts.entrySet().stream()
                .map(entry -> group(rule, entry.getKey(), entry.getValue()))
                .sorted(Comparator.comparing(RelationGroup::members).reversed().thenComparing(RelationGroup::key))
                .toList();
    }

    private RelationRule require(String name) {
        return rules().stream()
                .filter(rule -> rule.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("rule must be one of those set, got " + name));
    }

    private static RelationGroup group(RelationRule rule, String key, long members) {
        return new RelationGroup(rule.name(), key, members, members > rule.maxMembers());
    }

    private static long count(CrmSession session, String key) {
        return session.repository(Person.TYPE)
                .query(Person.RELATION_KEYS.hasAny(Set.of(key)))
                .count();
    }

    private static Set<String> keysOf(CrmSession tx, Id<Person> person) {
        return tx.repository(Person.TYPE).get(person).getOrDefault(Person.RELATION_KEYS, Set.of());
    }
}
