package dev.clientele.core.customer;

import dev.clientele.core.error.InvalidValueException;
import dev.clientele.core.error.ViolationCode;
import java.util.Comparator;
import java.util.Objects;
import java.util.UUID;

/**
 * Which customer: the kind and a UUID.
 *
 * <p>The text form is {@code account:0190163d-8694-739b-aea5-966c26f8ad91}; {@link #parse} reads it back. Ids are ordered
 * as their text forms are.
 *
 * @param kind what sort of customer
 * @param uuid which one
 */
public record CustomerId(CustomerKind kind, UUID uuid) implements Comparable<CustomerId> {
    private static final Comparator<CustomerId> BY_TEXT = Comparator.comparing(CustomerId::toString);
    private static final int UUID_LENGTH = 36;

    /** Refuses nulls. */
    public CustomerId {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(uuid, "uuid");
    }

    /** The id of a customer of any kind. */
    public static CustomerId of(CustomerKind kind, UUID uuid) {
        return new CustomerId(kind, uuid);
    }

    /** The id of a business. */
    public static CustomerId account(UUID uuid) {
        return new CustomerId(CustomerKind.ACCOUNT, uuid);
    }

    /** The id of a consumer. */
    public static CustomerId person(UUID uuid) {
        return new CustomerId(CustomerKind.PERSON, uuid);
    }

    /**
     * Reads the text form. The UUID must have all its 36 characters, in either case.
     *
     * @throws InvalidValueException if the text isn't of that form
     */
    public static CustomerId parse(String text) {
        Objects.requireNonNull(text, "text");
        int colon = text.indexOf(':');
        if (colon < 0 || text.length() - colon - 1 != UUID_LENGTH) {
            throw malformed(text);
        }
        String last = text.substring(colon + 1);
        UUID uuid;
        try {
            uuid = UUID.fromString(last);
        } catch (IllegalArgumentException notAUuid) {
            throw malformed(text);
        }
        if (!uuid.toString().equalsIgnoreCase(last)) {
            throw malformed(text);
        }
        return new CustomerId(CustomerKind.of(text.substring(0, colon)), uuid);
    }

    /** Compares by text form, so that ids of one kind stand together. */
    @Override
    public int compareTo(CustomerId other) {
        return BY_TEXT.compare(this, other);
    }

    /** The text form: kind, colon, UUID in lower case. */
    @Override
    public String toString() {
        return kind + ":" + uuid;
    }

    private static InvalidValueException malformed(String text) {
        return new InvalidValueException(
                "text",
                ViolationCode.FORM,
                "must be a kind, a colon and a UUID of 36 characters, got " + text.length() + " characters");
    }
}
