package dev.clientele.core.error;

import java.util.List;

/**
 * The mark of exceptions about input that whoever gave it can mend: a record that breaks rules, or a value that isn't one.
 *
 * <p>A web tier answers 400 or 422 with the violations, and treats any other {@code IllegalArgumentException} as a mistake of its own.
 */
public sealed interface BadInput permits InvalidException, InvalidValueException {

    /** Returns all that is wrong; at least one. */
    List<Violation> violations();
}
