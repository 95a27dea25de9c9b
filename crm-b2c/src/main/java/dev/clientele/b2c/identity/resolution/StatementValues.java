package dev.clientele.b2c.identity.resolution;

import dev.clientele.b2c.identity.linkage.LinkageRecord;
import dev.clientele.b2c.identity.linkage.RecordAttribute;
import dev.clientele.b2c.identity.record.Identifier;
import dev.clientele.b2c.identity.record.IdentifierType;
import dev.clientele.b2c.identity.record.SourceRecord;
import dev.clientele.b2c.person.Person;
import dev.clientele.core.customer.PostalAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The texts by which a record is compared: those that its system gave under the names of the model's attributes, and what the fields of
 * a person say where it gave none.
 */
public final class StatementValues {

    /** The symbol for a separator of units, which no name has. */
    private static final char SEPARATOR = '\u241f';

    private StatementValues() {}

    /** Returns a record with one value for each attribute; none for what mustn't be used for the purpose. */
    public static LinkageRecord of(SourceRecord record, List<RecordAttribute> attributes, String purpose) {
        Map<String, String> given = record.statement().attributes();
        Person said = record.said();
        List<@Nullable String> values = new ArrayList<>();
        for (RecordAttribute attribute : attributes) {
            String own = given.get(attribute.name());
            boolean withdrawn = record.isWithdrawn(attribute.name(), purpose)
                    || record.isWithdrawn(attribute.kind().label(), purpose);
            values.add(withdrawn ? null : own == null ? said(record, said, attribute) : own);
        }
        return new LinkageRecord(record.externalId(), values);
    }

    private static @Nullable String said(SourceRecord record, Person person, RecordAttribute attribute) {
        return switch (attribute.kind()) {
            case GIVEN -> person.get(Person.GIVEN_NAME);
            case FAMILY -> person.get(Person.FAMILY_NAME);
            case NAME -> person.get(Person.NAME);
            case BIRTHDATE ->
                person.find(Person.BIRTH_DATE).map(Objects::toString).orElse(null);
            case EMAIL -> identifier(record, IdentifierType.EMAIL.name());
            case PHONE -> identifier(record, IdentifierType.PHONE.name());
            case STREET ->
                address(person).map(place -> String.join(" ", place.lines())).orElse(null);
            case CITY -> person.get(Person.CITY);
            case POSTCODE -> person.get(Person.POSTAL_CODE);
            case REGION -> person.get(Person.REGION);
            case IDENTIFIER -> identifier(record, attribute.name());
            case CATEGORY, HOUSE_NUMBER, QUANTITY, TEXT -> null;
        };
    }

    private static Optional<PostalAddress> address(Person person) {
        return person.addresses().stream().findFirst();
    }

    private static @Nullable String identifier(SourceRecord record, String type) {
        return record.identifiers().stream()
                .filter(each -> each.type().equals(type))
                .map(Identifier::value)
                .findFirst()
                .orElse(null);
    }

    /**
     * Returns the values as one text, to be kept beside a record and read without the rest of it; empty if it would be too long.
     *
     * @param values as {@link #of} returns them
     * @param most the most characters
     */
    public static Optional<String> pack(List<@Nullable String> values, int most) {
        StringBuilder text = new StringBuilder();
        for (String value : values) {
            text.append(value == null ? "" : value.replace(SEPARATOR, ' ')).append(SEPARATOR);
        }
        // control characters have no place in a line of text
        String line = text.toString().replaceAll("\\p{Cntrl}", " ");
        return line.length() > most ? Optional.empty() : Optional.of(line);
    }

    /** Returns the values that were packed. */
    public static List<@Nullable String> unpack(String text) {
        List<@Nullable String> values = new ArrayList<>();
        int start = 0;
        for (int end = text.indexOf(SEPARATOR); end >= 0; end = text.indexOf(SEPARATOR, start)) {
            values.add(end == start ? null : text.substring(start, end));
            start = end + 1;
        }
        return values;
    }
}
