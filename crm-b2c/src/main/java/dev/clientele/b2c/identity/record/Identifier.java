package dev.clientele.b2c.identity.record;

import dev.clientele.b2c.identity.comparison.Fingerprint;
import dev.clientele.core.text.PersonalDataMask;

/**
 * A value by which a system knows a person, normalised.
 *
 * @param type the name of its {@link IdentifierType}
 * @param value as {@link IdentifierType#normalize} writes it
 * @param verified whether the system knows that it is this person's: she has logged in, or answered to the address
 */
public record Identifier(String type, String value, boolean verified) {

    /** Checks type and value and normalises the value. */
    public Identifier {
        IdentifierType known = new IdentifierType(type);
        type = known.name();
        value = known.normalize(value);
    }

    /** Returns a value that nobody has verified. */
    public static Identifier of(IdentifierType type, String value) {
        return new Identifier(type.name(), value, false);
    }

    /** Returns a value that the system knows to be this person's. */
    public static Identifier verified(IdentifierType type, String value) {
        return new Identifier(type.name(), value, true);
    }

    /** Returns the id that a system gave to a record; arguments as {@link SourceRecord#of}. */
    static Identifier externalId(String sourceKey) {
        return new Identifier(IdentifierType.EXTERNAL_ID.name(), sourceKey, true);
    }

    /** Returns a number that stands for type and value, the same on every machine. */
    public long key() {
        return Fingerprint.of(Fingerprint.of(type), Fingerprint.of(value));
    }

    /** Returns true if both are the same value of one type, verified or not. */
    public boolean matches(Identifier other) {
        return type.equals(other.type) && value.equals(other.value);
    }

    /** Type and flag; the value stays hidden. */
    @Override
    public String toString() {
        return "Identifier[" + type + " " + PersonalDataMask.MASK + (verified ? ", verified" : "") + "]";
    }
}
