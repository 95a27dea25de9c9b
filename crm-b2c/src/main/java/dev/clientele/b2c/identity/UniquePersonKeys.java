package dev.clientele.b2c.identity;

import com.google.common.collect.Iterables;
import dev.clientele.b2c.person.Person;
import dev.clientele.core.entity.Repository;
import dev.clientele.core.entity.TextField;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

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

    /** Stores new persons; a value that somebody else has is left out. */
    List<Person> add(List<Person> created) {
        return created.isEmpty() ? created : persons.addAll(withoutTaken(Map.of(), created));
    }

    /** Returns whether two states of a person have the same of these values. */
    static boolean sameKeys(Person one, Person other) {
        return FIELDS.stream().allMatch(field -> Objects.equals(one.get(field), other.get(field)));
    }

    /**
     * Stores changed persons; what one of them gives up another may take.
     *
     * @param before the same persons as they are stored, by id
     */
    void save(Map<UUID, Person> before, List<Person> wanted) {
        List<Person> changed = wanted.stream()
                .filter(person -> differs(before.get(person.id().value()), person))
                .toList();
        if (changed.isEmpty()) {
            return;
        }
        List<Person> saved = persons.saveAll(withoutTaken(before, changed));
        List<Person> waiting = new ArrayList<>();
        for (int i = 0; i < changed.size(); i++) {
            if (!sameKeys(saved.get(i), changed.get(i))) {
                Person complete = saved.get(i);
                for (TextField<Person> field : FIELDS) {
                    complete = complete.with(field, changed.get(i).get(field));
                }
                complete = complete.with(Person.PROJECTED, changed.get(i).get(Person.PROJECTED));
                waiting.add(complete);
            }
        }
        if (!waiting.isEmpty()) {
            persons.saveAll(withoutTaken(before, waiting));
        }
    }

    private static boolean differs(@Nullable Person before, Person after) {
        return before == null || !after.equals(before);
    }

    /** Returns persons without those values that somebody else has. */
    private List<Person> withoutTaken(Map<UUID, Person> before, List<Person> wanted) {
        List<Person> result = wanted;
        for (TextField<Person> field : FIELDS) {
            List<Person> taking = wanted.stream()
                    .filter(person -> takes(field, before.get(person.id().value()), person))
                    .toList();
            Map<String, UUID> holders = holders(field, taking);
            List<Person> some = new ArrayList<>();
            for (Person person : result) {
                UUID id = person.id().value();
                String value = person.get(field);
                UUID holder = value == null ? null : holders.putIfAbsent(value, id);
                some.add(holder == null || holder.equals(id) ? person : withoutKey(person, field));
            }
            result = some;
        }
        return result;
    }

    private static boolean takes(TextField<Person> field, @Nullable Person before, Person after) {
        return after.find(field).isPresent()
                && (before == null || !Objects.equals(before.get(field), after.get(field)));
    }

    /** A person without a value is as if the machine had never written it: nobody has taken it away. */
    private static Person withoutKey(Person person, TextField<Person> field) {
        Person without = person.without(field);
        return person.find(Person.PROJECTED)
                .map(written -> without.with(Person.PROJECTED, written.without(field.name())))
                .orElse(without);
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
