package dev.clientele.b2c.purchase;

import dev.clientele.b2c.person.Person;
import dev.clientele.core.CrmSession;
import dev.clientele.core.entity.Id;
import dev.clientele.core.merge.MergedIds;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * The persons to whom purchases belong, by the ids that they are recorded under: within one transaction, which relies on them. Not
 * thread-safe.
 */
final class Buyers {

    private final MergedIds merged;
    private final Map<Id<Person>, Id<Person>> persons = new HashMap<>();

    Buyers(CrmSession tx) {
        this.merged = new MergedIds(tx);
    }

    /** Takes note that these are the ids of persons themselves. */
    void addPersons(Collection<Id<Person>> current) {
        current.forEach(person -> persons.put(person, person));
    }

    /** Finds out whose these ids are, of those that aren't known yet; an id of nobody stands for itself. */
    void resolve(Collection<Id<Person>> ids) {
        Set<UUID> unknown = ids.stream()
                .filter(id -> !persons.containsKey(id))
                .map(Id::value)
                .collect(Collectors.toSet());
        if (!unknown.isEmpty()) {
            Map<UUID, UUID> found = merged.relyOn(Person.TYPE, unknown);
            unknown.forEach(id -> persons.put(Id.of(id), Id.of(found.getOrDefault(id, id))));
        }
    }

    /** Returns the person to whom a purchase belongs. */
    Id<Person> of(Purchase purchase) {
        return persons.getOrDefault(purchase.person(), purchase.person());
    }
}
