package dev.clientele.core.error;

import java.io.Serial;
import java.util.List;

/**
 * A value that came from outside, such as an e-mail address, a criteria as JSON, an amount or a page token, isn't one.
 *
 * <p>It is an {@code IllegalArgumentException} because a value is read before there is a record that it could spoil, but a kind of its
 * own: whoever typed or sent the value can mend it (HTTP 400), while any other {@code IllegalArgumentException} of the library is a
 * mistake of the program that called it (HTTP 500). A record that takes such a value tells it as an {@link InvalidException} with the
 * field's path; both are {@link BadInput}.
 */
public final class InvalidValueException extends IllegalArgumentException implements BadInput {

    @Serial
    private static final long serialVersionUID = 1L;

    private final Violation violation;

    /** Creates an exception of what is wrong with a value; what led to it isn't kept, because it may hold the value. */
    public InvalidValueException(Violation violation) {
        super(violation.path().isEmpty() ? violation.reason() : violation.path() + ' ' + violation.reason());
        this.violation = violation;
    }

    /**
     * Creates an exception of an argument.
     *
     * @param argument its name; empty if the reason tells it
     * @param code one of {@link ViolationCode}
     * @param reason what was allowed and what was got, without the value itself; goes on where {@code argument} ends
     */
    public InvalidValueException(String argument, String code, String reason) {
        this(new Violation(argument, code, reason));
    }

    /** Returns an exception of a number, day or amount beyond its range, both ends of which are allowed. */
    public static InvalidValueException outOfRange(String argument, Object min, Object max, Object got) {
        return new InvalidValueException(
                new Violation(argument, ViolationCode.RANGE, "must be " + min + " to " + max + ", got " + got)
                        .with("min", min)
                        .with("max", max)
                        .with("got", got));
    }

    /** Returns an exception of more elements than there may be. */
    public static InvalidValueException tooMany(String argument, int max, int got) {
        return new InvalidValueException(
                new Violation(argument, ViolationCode.TOO_MANY, "must be at most " + max + ", got " + got)
                        .with("max", max)
                        .with("got", got));
    }

    /** Returns what is wrong. */
    public Violation violation() {
        return violation;
    }

    /** Returns the same as a violation of a record's field that took the value: the argument's name stands in the reason then. */
    public Violation inField(String field) {
        return new Violation(field, violation.code(), violation.parameters(), String.valueOf(getMessage()));
    }

    @Override
    public List<Violation> violations() {
        return List.of(violation);
    }
}
