package dev.clientele.b2c.person;

import dev.clientele.core.CrmSession;
import dev.clientele.core.csv.RecordKey;
import dev.clientele.core.entity.EntityType;
import dev.clientele.core.entity.Id;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** The naming of persons by their ids in a system. */
record PersonSourceKey(String system) implements RecordKey<Person> {

    @Override
    public EntityType<Person> type() {
        return Person.TYPE;
    }

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
