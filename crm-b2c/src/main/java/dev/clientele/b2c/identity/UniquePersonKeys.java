package dev.clientele.b2c.identity;

import com.google.common.collect.Iterables;
import dev.clientele.b2c.person.Person;
import dev.clientele.core.entity.Repository;
import dev.clientele.core.entity.TextField;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Stores persons whose values follow from their records: what two persons can't both have stays with the one that has it. Within one
 * transaction; not thread-safe.
 */
final class UniquePersonKeys {

    private static final int BATCH = 500;
    private static final List<TextField<Person>> FIELDS = List.of(Person.SOURCE_KEY, Person.LOYALTY_NUMBER);

    private final Repository<Person> persons;

    UniquePersonKeys(Repository<Person> persons) {
        this.persons = persons;
    }

    /** Stores new persons. */
    List<Person> add(List<Person> created) {
        return persons.addAll(withoutTaken(created));
    }

    /** Stores changed persons; what one of them gives up another may take. */
    void save(List<Person> changed) {
        List<Person> free = withoutTaken(changed);
        List<Person> saved = persons.saveAll(free);
        List<Person> waiting = new ArrayList<>();
        for (int i = 0; i < changed.size(); i++) {
            Person complete = saved.get(i);
            for (TextField<Person> field : FIELDS) {
                complete = complete.with(field, changed.get(i).get(field));
            }
            if (!complete.equals(saved.get(i))) {
                waiting.add(complete);
            }
        }
        if (!waiting.isEmpty()) {
            persons.saveAll(withoutTaken(waiting));
        }
    }

    /** Returns persons without those values that somebody else has. */
    private List<Person> withoutTaken(List<Person> wanted) {
        List<Person> result = wanted;
        for (TextField<Person> field : FIELDS) {
            Map<String, UUID> holders = holders(field, wanted);
            List<Person> some = new ArrayList<>();
            for (Person person : result) {
                UUID id = person.id().value();
                String value = person.get(field);
                UUID holder = value == null ? null : holders.putIfAbsent(value, id);
                some.add(holder == null || holder.equals(id) ? person : person.without(field));
            }
            result = some;
        }
        return result;
    }

    private Map<String, UUID> holders(TextField<Person> field, List<Person> wanted) {
        Map<String, UUID> holders = new HashMap<>();
        List<String> values =
                wanted.stream().flatMap(person -> person.find(field).stream()).toList();
        for (List<String> some : Iterables.partition(values, BATCH)) {
            try (Stream<Person> found = persons.query(field.in(some)).stream()) {
                found.forEach(
                        person -> holders.put(person.require(field), person.id().value()));
            }
        }
        return holders;
    }
}
