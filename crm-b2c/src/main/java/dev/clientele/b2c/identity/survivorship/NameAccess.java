package dev.clientele.b2c.identity.survivorship;

import dev.clientele.b2c.person.Person;
import dev.clientele.core.customer.PersonName;
import org.jspecify.annotations.Nullable;

/** The access to the name and its parts. */
final class NameAccess implements ValuePart.Access<NameAccess.NameParts> {

    /**
     * A name as a person's fields have it.
     *
     * @param given the given name
     * @param family the family name
     * @param whole the whole name
     */
    record NameParts(@Nullable String given, @Nullable String family, String whole) {}

    @Override
    public @Nullable NameParts read(Person person) {
        String given = person.get(Person.GIVEN_NAME);
        String family = person.get(Person.FAMILY_NAME);
        String name = person.get(Person.NAME);
        String whole = name == null ? PersonName.join(given, family) : name;
        return whole == null ? null : new NameParts(given, family, whole);
    }

    @Override
    public Person write(Person person, @Nullable NameParts name) {
        return name == null
                ? person.without(Person.GIVEN_NAME).without(Person.FAMILY_NAME).without(Person.NAME)
                : person.with(Person.GIVEN_NAME, name.given)
                        .with(Person.FAMILY_NAME, name.family)
                        .with(Person.NAME, name.whole);
    }

    @Override
    public String text(NameParts name) {
        return name.whole + '\n' + name.given + '\n' + name.family;
    }
}
