package dev.clientele.b2c.identity.relation;

import dev.clientele.b2c.person.Person;
import dev.clientele.core.CrmSession;
import dev.clientele.core.entity.ComputedRow;
import dev.clientele.core.entity.Id;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Stores the relation keys of persons that have others than before. Within one transaction; not thread-safe. */
final class RelationWriter {

    private final CrmSession tx;
    private final List<RelationRule> rules;

    RelationWriter(CrmSession tx) {
        this.tx = tx;
        this.rules = tx.repository(RelationSettings.TYPE)
                .find(RelationSettings.singletonId())
                .map(RelationSettings::rules)
                .orElse(List.of());
    }

    /** Returns how many persons had other keys before. */
    long refresh(Collection<Id<Person>> persons) {
        return write(tx.repository(Person.TYPE).findAll(persons));
    }

    long write(Collection<Person> persons) {
        List<ComputedRow<Person>> rows = new ArrayList<>();
        for (Person person : persons) {
            Set<String> keys = new TreeSet<>();
            rules.forEach(rule -> keys.addAll(rule.keysOf(person)));
            if (!keys.equals(person.getOrDefault(Person.RELATION_KEYS, Set.of()))) {
                tx.rely(person);
                rows.add(Person.TYPE.computed(person.id()).with(Person.RELATION_KEYS, keys.isEmpty() ? null : keys));
            }
        }
        if (!rows.isEmpty()) {
            tx.repository(Person.TYPE).compute(List.of(Person.RELATION_KEYS), rows.stream());
        }
        return rows.size();
    }
}
