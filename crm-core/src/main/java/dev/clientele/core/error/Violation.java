package dev.clientele.core.error;

import java.io.Serializable;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * One thing that is wrong with a record or with a value that came from outside.
 *
 * <p>The code and its parameters are for programs: a web tier looks a sentence up by them in the reader's language. The reason is
 * the same in English. Immutable and thread-safe.
 *
 * @param path the field or argument, such as {@code name} or {@code contact_points[2].value}; empty for the record as a whole
 * @param code the rule that is broken: one of {@link ViolationCode}, or a name that the host gave to a rule of its own
 * @param parameters the rule's particulars by name, such as {@code max} and {@code got}, in the order of their names; never personal
 * @param reason what was allowed and what was got, without the value itself
 */
public record Violation(String path, String code, Map<String, String> parameters, String reason)
        implements Serializable {

    /** Checks that nothing is null. */
    public Violation {
        Objects.requireNonNull(path, "path");
        Objects.requireNonNull(code, "code");
        Objects.requireNonNull(reason, "reason");
        parameters = Collections.unmodifiableMap(new TreeMap<>(parameters));
    }

    /** Creates a violation of a rule that has no code of its own: {@link ViolationCode#RULE}. */
    public Violation(String path, String reason) {
        this(path, ViolationCode.RULE, Map.of(), reason);
    }

    /** Creates a violation of a rule without particulars. */
    public Violation(String path, String code, String reason) {
        this(path, code, Map.of(), reason);
    }

    /** Returns a copy with one more of the rule's particulars. */
    public Violation with(String parameter, Object value) {
        Map<String, String> more = new TreeMap<>(parameters);
        more.put(parameter, value.toString());
        return new Violation(path, code, more, reason);
    }

    /** Returns a copy whose path stands below another: {@code [2].price} under {@code lines} is {@code lines[2].price}. */
    public Violation under(String parent) {
        boolean joined = path.isEmpty() || parent.isEmpty() || path.startsWith("[") || path.startsWith(".");
        return new Violation(joined ? parent + path : parent + '.' + path, code, parameters, reason);
    }

    @Override
    public String toString() {
        return path.isEmpty() ? reason : path + ": " + reason;
    }
}
