package dev.clientele.core.error;

import java.io.Serializable;
import java.util.Objects;

/**
 * One thing that is wrong with a record.
 *
 * @param path the field, such as {@code name} or {@code contact_points[2].value}; empty for the record as a whole
 * @param reason what was allowed and what was got, without the value itself
 */
public record Violation(String path, String reason) implements Serializable {

    /** Checks that nothing is null. */
    public Violation {
        Objects.requireNonNull(path, "path");
        Objects.requireNonNull(reason, "reason");
    }

    @Override
    public String toString() {
        return path.isEmpty() ? reason : path + ": " + reason;
    }
}
