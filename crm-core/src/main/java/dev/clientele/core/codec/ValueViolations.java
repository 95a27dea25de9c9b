package dev.clientele.core.codec;

import dev.clientele.core.error.InvalidValueException;
import dev.clientele.core.error.Violation;
import dev.clientele.core.error.ViolationCode;

/** Tells what is wrong with a value of a field from the exception that refused it. */
public final class ValueViolations {

    private ValueViolations() {}

    /**
     * Returns the violation with the field's path: as the value tells it, or, of an exception that a rule of the host has thrown, from a
     * message that may begin with the field's name or the place in its list.
     */
    public static Violation of(String name, IllegalArgumentException e) {
        if (e instanceof InvalidValueException told) {
            return isPathOf(name, told.violation().path()) ? told.violation() : told.inField(name);
        }
        String message = String.valueOf(e.getMessage());
        int space = message.indexOf(' ');
        if (space > 0 && isPathOf(name, message.substring(0, space))) {
            return new Violation(message.substring(0, space), message.substring(space + 1));
        }
        return new Violation(name, message);
    }

    /** Returns what is wrong with data that can't be read as a value: as the value tells it, or that it has to be of this form. */
    public static Violation unreadable(String name, String form, RuntimeException e) {
        return e instanceof InvalidValueException told
                        && !told.violation().code().equals(ViolationCode.FORM)
                ? of(name, told)
                : new Violation(name, ViolationCode.FORM, "must be " + form).with("form", form);
    }

    private static boolean isPathOf(String name, String path) {
        return path.equals(name) || path.startsWith(name + '[');
    }
}
