package dev.clientele.b2c.identity.relation;

import dev.clientele.b2c.identity.comparison.NormalizedText;
import dev.clientele.b2c.person.Person;
import dev.clientele.core.customer.ContactPoint;
import dev.clientele.core.customer.ContactPointKind;
import dev.clientele.core.customer.PostalAddress;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** A value in which persons of one relation agree. */
public enum RelationPart {
    /** The lines of an address, without regard to spelling of case, accents, spaces and punctuation. */
    STREET,
    /** The postal code of the same address, with its country. */
    POSTAL_CODE,
    /** The city of the same address. */
    CITY,
    /** The family name. */
    FAMILY_NAME,
    /** The domain of an e-mail address, behind the at sign. */
    EMAIL_DOMAIN;

    /** Returns whether this is a part of an address. */
    boolean isOfAddress() {
        return this == STREET || this == POSTAL_CODE || this == CITY;
    }

    /** Returns the value in an address; empty if it has none. */
    String in(PostalAddress address) {
        return switch (this) {
            case STREET -> NormalizedText.compact(String.join(" ", address.lines()));
            case POSTAL_CODE -> {
                String code = Optional.ofNullable(address.postalCode()).orElse("");
                String compact = NormalizedText.compact(code);
                yield compact.isEmpty() ? "" : address.country() + compact;
            }
            case CITY ->
                NormalizedText.compact(Optional.ofNullable(address.city()).orElse(""));
            case FAMILY_NAME, EMAIL_DOMAIN -> "";
        };
    }

    /** Returns the values of a person that are no parts of an address. */
    Set<String> of(Person person) {
        Set<String> values = new TreeSet<>();
        if (this == FAMILY_NAME) {
            person.find(Person.FAMILY_NAME).map(NormalizedText::compact).ifPresent(values::add);
        } else if (this == EMAIL_DOMAIN) {
            person.contactPoints().ofKind(ContactPointKind.EMAIL).forEach(point -> values.add(domain(point)));
        }
        values.remove("");
        return values;
    }

    private static String domain(ContactPoint email) {
        String address = email.key();
        return EmailDomains.normalized(address.substring(address.lastIndexOf('@') + 1));
    }
}
