package dev.clientele.b2c.identity.record;

import dev.clientele.core.customer.ContactPoint;
import dev.clientele.core.text.TextRule;

/**
 * A kind of value by which systems know persons: an e-mail address, a device, a number of the host's own.
 *
 * @param name 1 to 40 characters: lower-case letters, digits and single hyphens, a letter first
 */
public record IdentifierType(String name) {

    /** The most characters of a value. */
    public static final int MAX_LENGTH = 400;

    private static final TextRule NAME = TextRule.slug(40);
    private static final TextRule VALUE = TextRule.key(MAX_LENGTH);

    /** The id that a system gave to a record, as {@code system:id}. */
    public static final IdentifierType EXTERNAL_ID = new IdentifierType("external-id");
    /** The account with which somebody logs in. */
    public static final IdentifierType USER = new IdentifierType("user");
    /** The number of a loyalty account or member card. */
    public static final IdentifierType LOYALTY_CARD = new IdentifierType("loyalty-card");
    /** An e-mail address; written in whatever case. */
    public static final IdentifierType EMAIL = new IdentifierType("email");
    /** A phone number, kept in E.164. */
    public static final IdentifierType PHONE = new IdentifierType("phone");
    /** The id of a device, such as that of an installed app. */
    public static final IdentifierType DEVICE = new IdentifierType("device");
    /** The id that a browser keeps. */
    public static final IdentifierType COOKIE = new IdentifierType("cookie");

    /** Checks the name. */
    public IdentifierType {
        name = NAME.check("name", name);
    }

    /**
     * Returns a value in the form in which two writings of it are the same.
     *
     * @param value an e-mail address, an international phone number, or a text of at most {@value #MAX_LENGTH} characters in which
     *     case counts
     * @throws dev.clientele.core.error.InvalidValueException if it can't be one of this type; the message doesn't repeat it
     */
    public String normalize(String value) {
        if (equals(EMAIL)) {
            return ContactPoint.email(value).key();
        }
        return equals(PHONE) ? ContactPoint.phone(value).key() : VALUE.check("value", value);
    }

    @Override
    public String toString() {
        return name;
    }
}
