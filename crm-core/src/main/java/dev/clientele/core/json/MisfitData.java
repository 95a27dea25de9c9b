package dev.clientele.core.json;

import dev.clientele.core.error.InvalidValueException;
import dev.clientele.core.error.Violation;
import dev.clientele.core.error.ViolationCode;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/** Tells where data doesn't fit a structured value, and which rule of that value says so. */
final class MisfitData {

    private MisfitData() {}

    /** Returns the exception with the path within the data; the library's own message names the rule, Jackson's would repeat the data. */
    static InvalidValueException of(JacksonException e, Class<?> type) {
        StringBuilder path = new StringBuilder();
        for (JacksonException.Reference step : e.getPath()) {
            if (step.getPropertyName() == null) {
                path.append('[').append(step.getIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(step.getPropertyName());
            }
        }
        Violation violation = ownViolation(e);
        return new InvalidValueException(
                violation == null
                        ? new Violation(path.toString(), ViolationCode.FORM, "doesn't fit " + type.getSimpleName())
                        : violation.under(path.toString()));
    }

    private static @Nullable Violation ownViolation(Throwable e) {
        for (Throwable cause = e.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof InvalidValueException own) {
                return own.violation();
            }
        }
        return null;
    }
}
