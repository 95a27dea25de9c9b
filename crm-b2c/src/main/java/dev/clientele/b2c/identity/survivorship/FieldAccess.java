package dev.clientele.b2c.identity.survivorship;

import dev.clientele.b2c.person.Person;
import dev.clientele.core.entity.Field;
import org.jspecify.annotations.Nullable;

/** The access to a single field. */
record FieldAccess<V>(Field<Person, V> field) implements ValuePart.Access<V> {

    @Override
    public @Nullable V read(Person person) {
        return person.get(field);
    }

    @Override
    public Person write(Person person, @Nullable V value) {
        return person.with(field, value);
    }

    @Override
    public String text(V value) {
        return value instanceof String text ? text : field.format(value);
    }
}
