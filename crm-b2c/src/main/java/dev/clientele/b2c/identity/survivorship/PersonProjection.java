package dev.clientele.b2c.identity.survivorship;

import dev.clientele.b2c.identity.record.SourceRecord;
import dev.clientele.b2c.person.Person;
import dev.clientele.b2c.person.ProjectedFields;
import dev.clientele.core.entity.EntityType;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Computes the fields of a person from its source records and the survivorship rules: a pure function. */
public final class PersonProjection {

    private PersonProjection() {}

    /** Returns a person with what records say, as {@link #project(EntityType, Person, Collection, SurvivorshipRules)}, by its own type. */
    public static Person project(Person current, Collection<SourceRecord> records, SurvivorshipRules rules) {
        return project(current.entityType(), current, records, rules);
    }

    /**
     * Returns a person with what records say in every field that a type declares, but for computed ones. Fields that no record says
     * anything of become empty; the order of the records doesn't matter. Where records together say more than a field can have, the
     * most recent stays.
     *
     * <p>The person's {@link Person#SOURCE_KEY} stays as long as one of the records has it as its own, or people have entered it; else
     * it is that of the oldest record. All other ids of records are {@link Person#EXTERNAL_IDS}.
     *
     * @param type with custom fields, which a new person's own type may be without
     */
    public static Person project(
            EntityType<Person> type, Person current, Collection<SourceRecord> records, SurvivorshipRules rules) {
        List<SaidRecord> said = records.stream()
                .map(record -> new SaidRecord(record, type))
                .filter(SaidRecord::saysAnything)
                .sorted(Comparator.comparing(SaidRecord::key))
                .toList();
        List<PersonPart> parts = PersonParts.of(type);
        Person person = current;
        for (PersonPart part : parts) {
            person = part.project(person, said, rules);
        }
        return person.with(Person.PROJECTED, digests(person, parts));
    }

    private static ProjectedFields digests(Person person, List<PersonPart> parts) {
        Map<String, String> values = new HashMap<>();
        Map<String, List<String>> elements = new HashMap<>();
        for (PersonPart part : parts) {
            part.digest(person, values, elements);
        }
        return new ProjectedFields(person.findId().map(Object::toString).orElse(null), values, elements);
    }
}
