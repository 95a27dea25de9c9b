package dev.clientele.b2c.identity.survivorship;

import dev.clientele.b2c.identity.record.Identifier;
import dev.clientele.b2c.identity.record.IdentifierType;
import dev.clientele.b2c.person.Person;
import dev.clientele.core.customer.ContactPoints;
import dev.clientele.core.entity.BodyField;
import dev.clientele.core.entity.EntityType;
import dev.clientele.core.entity.Field;
import dev.clientele.core.entity.TextSetField;
import dev.clientele.core.entity.Trait;
import dev.clientele.core.value.NamedValues;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The parts of a person that are chosen from records, custom fields included. */
final class PersonParts {

    /** The most elements of a set of texts. */
    static final int MAX_TEXTS = 1000;

    /** Fields that follow from others, or that have a part of their own. */
    private static final Set<Field<Person, ?>> SPECIAL = Set.of(
            Person.NAME,
            Person.GIVEN_NAME,
            Person.FAMILY_NAME,
            Person.SOURCE_KEY,
            Person.EXTERNAL_IDS,
            Person.LOYALTY_NUMBER,
            Person.CONTACT_POINTS,
            Person.ADDRESSES,
            Person.CONSENTS,
            Person.CONTACT_KEYS,
            Person.CITY,
            Person.REGION,
            Person.POSTAL_CODE,
            Person.COUNTRY,
            Person.PROJECTED);

    private static final List<PersonPart> OWN = List.of(
            new ValuePart<>(
                    Person.NAME.name(),
                    List.of(Person.NAME.name(), Person.GIVEN_NAME.name(), Person.FAMILY_NAME.name()),
                    new NameAccess(),
                    (record, name) -> record.isVerified()),
            new ValuePart<>(
                    Person.LOYALTY_NUMBER.name(),
                    List.of(Person.LOYALTY_NUMBER.name()),
                    new FieldAccess<>(Person.LOYALTY_NUMBER),
                    (record, number) -> record.hasVerified(Identifier.of(IdentifierType.LOYALTY_CARD, number))),
            new ElementsPart<>(
                    Person.CONTACT_POINTS.name(),
                    ContactPoints.MAX_POINTS,
                    new ContactPointForm(),
                    new ListAccess<>(Person.CONTACT_POINTS)),
            new ElementsPart<>(
                    Person.ADDRESSES.name(),
                    Person.MAX_ADDRESSES,
                    ElementForms.ADDRESS,
                    new ListAccess<>(Person.ADDRESSES)),
            new ElementsPart<>(
                    Person.CONSENTS.name(),
                    Person.MAX_CONSENTS,
                    ElementForms.CONSENT,
                    new ListAccess<>(Person.CONSENTS)),
            new SourceKeyPart(),
            new ExternalIdsPart());

    private static final List<PersonPart> STANDARD = partsOf(Person.TYPE);

    private PersonParts() {}

    static List<PersonPart> of(EntityType<Person> type) {
        return type.equals(Person.TYPE) ? STANDARD : partsOf(type);
    }

    private static List<PersonPart> partsOf(EntityType<Person> type) {
        List<PersonPart> parts = new ArrayList<>(OWN);
        for (Field<Person, ?> field : type.fields()) {
            if (!SPECIAL.contains(field) && !field.hasTrait(Trait.COMPUTED)) {
                parts.add(partOf(field));
            }
        }
        return List.copyOf(parts);
    }

    private static <V> PersonPart partOf(Field<Person, V> field) {
        if (field instanceof TextSetField) {
            @SuppressWarnings("unchecked") // a declared field belongs to its type
            TextSetField<Person> texts = (TextSetField<Person>) field;
            return new ElementsPart<>(field.name(), MAX_TEXTS, ElementForms.TEXT, new TextSetAccess(texts));
        }
        if (field instanceof BodyField<?, ?> body && body.hasNamedValues()) {
            @SuppressWarnings("unchecked") // it has such values
            Field<Person, NamedValues> named = (Field<Person, NamedValues>) field;
            return new ElementsPart<>(
                    field.name(), NamedValues.MAX_VALUES, ElementForms.NAMED, new NamedValuesAccess(named));
        }
        return new ValuePart<>(
                field.name(), List.of(field.name()), new FieldAccess<>(field), (record, value) -> record.isVerified());
    }

    /** The access to a list. */
    record ListAccess<E>(Field<Person, List<E>> field) implements ElementsPart.Access<E> {

        @Override
        public List<E> read(Person person) {
            return person.getOrDefault(field, List.of());
        }

        @Override
        public Person write(Person person, List<E> elements) {
            return person.with(field, elements.isEmpty() ? null : elements);
        }
    }

    /** The access to a set of texts. */
    record TextSetAccess(TextSetField<Person> field) implements ElementsPart.Access<String> {

        @Override
        public List<String> read(Person person) {
            return person.find(field)
                    .map(texts -> List.copyOf(new TreeSet<>(texts)))
                    .orElse(List.of());
        }

        @Override
        public Person write(Person person, List<String> elements) {
            return person.with(field, elements.isEmpty() ? null : new TreeSet<>(elements));
        }
    }

    /** The access to values by names that aren't declared. */
    record NamedValuesAccess(Field<Person, NamedValues> field)
            implements ElementsPart.Access<Map.Entry<String, Object>> {

        @Override
        public List<Map.Entry<String, Object>> read(Person person) {
            return List.copyOf(
                    person.getOrDefault(field, NamedValues.none()).toJson().entrySet());
        }

        @Override
        public Person write(Person person, List<Map.Entry<String, Object>> elements) {
            Map<String, Object> values = new TreeMap<>();
            elements.forEach(each -> values.put(each.getKey(), each.getValue()));
            return person.with(field, NamedValues.of(values));
        }
    }
}
