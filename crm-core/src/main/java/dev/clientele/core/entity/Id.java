package dev.clientele.core.entity;

import dev.clientele.core.error.InvalidValueException;
import dev.clientele.core.error.ViolationCode;
import java.util.Objects;
import java.util.UUID;

/**
 * The identifier of a record, typed by what it identifies: an {@code Id<Account>} is no {@code Id<Person>}.
 *
 * <p>New ids are UUIDs of version 7, which sort by the time at which they were made. The text form is the UUID's.
 *
 * @param value the UUID
 * @param <T> the record's type
 */
public record Id<T>(UUID value) implements Comparable<Id<T>> {

    /** Checks that the value isn't null. */
    public Id {
        Objects.requireNonNull(value, "value");
    }

    /** Returns the id with this UUID. */
    public static <T> Id<T> of(UUID value) {
        return new Id<>(value);
    }

    /**
     * Reads what {@link #toString} writes.
     *
     * @throws InvalidValueException if the text isn't a UUID in canonical form
     */
    public static <T> Id<T> parse(String text) {
        try {
            UUID uuid = UUID.fromString(text);
            if (uuid.toString().equals(text)) {
                return new Id<>(uuid);
            }
        } catch (IllegalArgumentException notAUuid) { // its message repeats the text
            throw malformed();
        }
        throw malformed();
    }

    private static InvalidValueException malformed() {
        return new InvalidValueException("", ViolationCode.FORM, "an id is a UUID in lower case with all its digits");
    }

    /** Compares by the UUID's text, which for version 7 is the order of creation. */
    @Override
    public int compareTo(Id<T> other) {
        return value.toString().compareTo(other.value.toString());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
