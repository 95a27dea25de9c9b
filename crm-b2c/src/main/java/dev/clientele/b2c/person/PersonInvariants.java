package dev.clientele.b2c.person;

import dev.clientele.core.customer.ContactKeys;
import dev.clientele.core.customer.ContactPoints;
import dev.clientele.core.customer.PostalAddress;
import dev.clientele.core.entity.Field;
import dev.clientele.core.error.InvalidValueException;
import dev.clientele.core.error.Violation;
import dev.clientele.core.error.ViolationCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The invariants of a person as a whole. */
final class PersonInvariants {

    private PersonInvariants() {}

    /** Finds that a person whom people added has no name; a machine also keeps those of whom none is known. */
    static List<Violation> findMissingName(Person person) {
        return person.find(Person.NAME).isPresent() || person.isKeptByMachine()
                ? List.of()
                : List.of(new Violation(Person.NAME.name(), ViolationCode.REQUIRED, "is required"));
    }

    /** Finds columns that don't follow from the values they are derived from. */
    static List<Violation> findInconsistentColumns(Person person) {
        List<Violation> violations = new ArrayList<>();
        ContactPoints points;
        try {
            points = person.contactPoints();
        } catch (InvalidValueException e) {
            return List.of(e.inField(Person.CONTACT_POINTS.name()));
        }
        if (!person.getOrDefault(Person.CONTACT_KEYS, Set.of())
                .equals(ContactKeys.of(points.points(), Person.REACHABLE_BY))) {
            violations.add(new Violation(
                    Person.CONTACT_KEYS.name(),
                    ViolationCode.DERIVED,
                    "must be those of the contact points: set these instead"));
        }
        List<PostalAddress> addresses = person.addresses();
        PostalAddress main = addresses.isEmpty() ? null : addresses.get(0);
        requireThat(person, Person.CITY, main == null ? null : main.city(), violations);
        requireThat(person, Person.REGION, main == null ? null : main.region(), violations);
        requireThat(person, Person.POSTAL_CODE, main == null ? null : main.postalCode(), violations);
        requireThat(person, Person.COUNTRY, main == null ? null : main.country().code(), violations);
        return violations;
    }

    private static void requireThat(
            Person person, Field<Person, String> column, @Nullable String expected, List<Violation> violations) {
        if (!Objects.equals(person.get(column), expected)) {
            violations.add(new Violation(
                    column.name(),
                    ViolationCode.DERIVED,
                    "must be that of the first address: set the addresses instead"));
        }
    }
}
