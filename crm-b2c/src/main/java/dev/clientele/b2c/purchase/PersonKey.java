package dev.clientele.b2c.purchase;

import dev.clientele.b2c.person.Person;
import dev.clientele.b2c.person.Persons;
import dev.clientele.core.CrmSession;
import dev.clientele.core.csv.ReferenceLookup;
import dev.clientele.core.entity.ColumnField;
import dev.clientele.core.entity.Id;
import dev.clientele.core.merge.MergedIds;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

/** The way in which a file names persons; in place of merged ones their survivors are found. */
sealed interface PersonKey {

    /** By the id. */
    PersonKey BY_ID = new ById();

    /** Returns what persons are named by, in words. */
    String words();

    /**
     * Looks up the persons that cells name, all at once.
     *
     * @return the persons of one of the cells, none or several if it doesn't name one; it throws an {@code IllegalArgumentException} if
     *     the cell can't be read
     */
    Function<String, Set<Id<Person>>> lookUp(CrmSession session, Collection<String> cells);

    /** By the id. */
    record ById() implements PersonKey {

        @Override
        public String words() {
            return "id";
        }

        @Override
        public Function<String, Set<Id<Person>>> lookUp(CrmSession session, Collection<String> cells) {
            Set<UUID> ids = new HashSet<>();
            cells.forEach(cell -> find(cell).ifPresent(ids::add));
            Map<UUID, UUID> merged = new MergedIds(session).resolve(ids);
            Set<Id<Person>> wanted = new HashSet<>();
            ids.forEach(id -> wanted.add(Id.of(merged.getOrDefault(id, id))));
            Set<Id<Person>> stored = new HashSet<>();
            new Persons(session).findAll(wanted).forEach(person -> stored.add(person.id()));
            return cell -> {
                UUID id = Id.parse(cell).value();
                Id<Person> current = Id.of(merged.getOrDefault(id, id));
                return stored.contains(current) ? Set.of(current) : Set.of();
            };
        }

        private static Optional<UUID> find(String cell) {
            try {
                return Optional.of(Id.parse(cell).value());
            } catch (IllegalArgumentException unreadable) {
                return Optional.empty(); // told where the row is read
            }
        }
    }

    /** By a field. */
    record ByField<V>(ColumnField<Person, V> field) implements PersonKey {

        @Override
        public String words() {
            return field.name();
        }

        @Override
        public Function<String, Set<Id<Person>>> lookUp(CrmSession session, Collection<String> cells) {
            return ReferenceLookup.of(session, Person.TYPE, field, cells)::find;
        }
    }

    /** By the id in a system. */
    record BySource(String system) implements PersonKey {

        @Override
        public String words() {
            return "id of " + system;
        }

        @Override
        public Function<String, Set<Id<Person>>> lookUp(CrmSession session, Collection<String> cells) {
            Map<String, Set<Id<Person>>> found = new Persons(session).findAllBySource(system, cells);
            return cell -> found.getOrDefault(cell, Set.of());
        }
    }
}
