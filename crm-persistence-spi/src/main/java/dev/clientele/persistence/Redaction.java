package dev.clientele.persistence;

import java.util.Map;
import java.util.Objects;

/**
 * New content for a log entry that must not go on saying what it says (rule L7 of {@link StorageSession}): a request for
 * erasure, say, reached it.
 *
 * <p>{@code toString} shows nothing of it, since values may be personal.
 *
 * @param key the entry's idempotency key
 * @param fields the values that it has from now on, by field name; a field without an entry becomes missing
 * @param body the body that it has from now on
 */
public record Redaction(String key, Map<String, Object> fields, String body) {

    /** Copies the values. */
    public Redaction {
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(body, "body");
        fields = FieldValues.copyOf(fields);
    }

    @Override
    public String toString() {
        return "redaction of an entry";
    }
}
