package dev.clientele.b2c.identity.comparison;

import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * The kind of thing that a column of a source holds; it decides how two of its values are compared and by which keys
 * records that share it are found.
 */
public enum AttributeKind {
    /** The name a person is called by within the family; where names have no such part, use {@link #NAME}. */
    GIVEN("given"),
    /** The name shared with the family. */
    FAMILY("family"),
    /** A whole name in any order, of a person, a shop or a firm. */
    NAME("name"),
    /** A date of birth, whole or in part: {@code 1984-03-01}, {@code 19840301}, {@code 01/03/1984}, {@code 1984}. */
    BIRTHDATE("birthdate"),
    /** An e-mail address. */
    EMAIL("email"),
    /** A telephone number in any writing. */
    PHONE("phone"),
    /** A street with or without its house number, or a whole address line. */
    STREET("street"),
    /** A house, flat or unit number that stands in a column of its own. */
    HOUSE_NUMBER("number"),
    /** A town, suburb or place of birth. */
    CITY("city"),
    /** A postal code. */
    POSTCODE("postcode"),
    /** A state, county or country: few values, shared by many. */
    REGION("region"),
    /** A number that an authority or a system gave to one person. */
    IDENTIFIER("id"),
    /** One of a few values: sex, title, marital status. */
    CATEGORY("category"),
    /** A quantity: age, number of rooms. */
    QUANTITY("quantity"),
    /** Words of any kind: occupation, type of kitchen. */
    TEXT("text");

    private final String label;

    AttributeKind(String label) {
        this.label = label;
    }

    /** Returns the short name by which a column mapping calls this kind. */
    public String label() {
        return label;
    }

    /** Returns whether a value of this kind says by itself something about who somebody is. */
    public boolean identifies() {
        return switch (this) {
            case GIVEN, FAMILY, NAME, EMAIL, PHONE, IDENTIFIER -> true;
            default -> false;
        };
    }

    /** Returns whether a value of this kind belongs to one person or one household as a rule. */
    public boolean isExclusive() {
        return this == EMAIL || this == PHONE || this == IDENTIFIER;
    }

    /**
     * Returns the kind with this label, read without regard to case.
     *
     * @throws IllegalArgumentException if there is none; the message lists those there are
     */
    public static AttributeKind ofLabel(String label) {
        String wanted = Objects.requireNonNull(label, "label").toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(kind -> kind.label.equals(wanted))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("label must be one of "
                        + Arrays.stream(values()).map(AttributeKind::label).collect(Collectors.joining(", "))));
    }
}
