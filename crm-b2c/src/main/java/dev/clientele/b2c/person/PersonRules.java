package dev.clientele.b2c.person;

import dev.clientele.core.customer.ContactPoints;
import dev.clientele.core.entity.Field;
import dev.clientele.core.error.Violation;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** What must hold of a person as a whole. */
final class PersonRules {

    private PersonRules() {}

    /** The columns say what the values say that they are taken from. */
    static List<Violation> columnsFollowFromValues(Person person) {
        List<Violation> violations = new ArrayList<>();
        ContactPoints points;
        try {
            points = person.contactPoints();
        } catch (IllegalArgumentException e) {
            return List.of(new Violation(Person.CONTACT_POINTS.name(), String.valueOf(e.getMessage())));
        }
        if (!person.getOr(Person.CONTACT_KEYS, Set.of()).equals(ContactKeys.of(points))) {
            violations.add(new Violation(
                    Person.CONTACT_KEYS.name(), "must be those of the contact points: set these instead"));
        }
        Person expected = person.withAddresses(person.addresses());
        for (Field<Person, String> column : List.of(Person.CITY, Person.REGION, Person.POSTAL_CODE, Person.COUNTRY)) {
            if (!Objects.equals(person.get(column), expected.get(column))) {
                violations.add(
                        new Violation(column.name(), "must be that of the first address: set the addresses instead"));
            }
        }
        return violations;
    }
}
