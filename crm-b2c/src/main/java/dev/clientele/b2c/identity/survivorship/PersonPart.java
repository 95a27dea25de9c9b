package dev.clientele.b2c.identity.survivorship;

import dev.clientele.b2c.person.Person;
import dev.clientele.b2c.person.ProjectedFields;
import java.util.List;
import java.util.Map;

/** A part of a person that is chosen from records as one: a field, or fields that go together. */
interface PersonPart {

    /** Returns the person with what the records say of this part. */
    Person project(Person person, List<SaidRecord> records, SurvivorshipRules rules);

    /** Puts the digests of what a person has in this part. */
    void digest(Person person, Map<String, String> values, Map<String, List<String>> elements);

    /** Adds what people have changed since the machine wrote last. */
    void capture(Person person, ProjectedFields last, HandStatement entered);
}
