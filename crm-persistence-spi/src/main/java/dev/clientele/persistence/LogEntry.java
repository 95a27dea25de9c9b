package dev.clientele.persistence;

import dev.clientele.persistence.criteria.FieldReader;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An entry of an append-only log: something that happened, recorded once and never changed.
 *
 * <p>{@code toString} shows position and time only, since values may be personal.
 *
 * @param key idempotency key, unique within tenant and log, 1 to 300 code points
 * @param subjects the records that it is about, 1 to 32
 * @param occurredAt when it happened, which need not be when it was recorded
 * @param fields canonical values by field name; a missing value has no entry
 * @param body as a {@link Document}'s
 * @param position its position in the log; null before its transaction has committed
 */
public record LogEntry(
        String key,
        Set<UUID> subjects,
        Instant occurredAt,
        Map<String, Object> fields,
        String body,
        @Nullable Position position)
        implements FieldReader {

    /** The largest number of subjects of one entry. */
    public static final int MAX_SUBJECTS = 32;

    /** Copies the collections and checks their sizes. */
    public LogEntry {
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(occurredAt, "occurredAt");
        Objects.requireNonNull(body, "body");
        if (key.isEmpty()) {
            throw new IllegalArgumentException("key must not be empty");
        }
        subjects = subjects.size() == 1 ? Set.copyOf(subjects) : Collections.unmodifiableSet(new TreeSet<>(subjects));
        if (subjects.isEmpty() || subjects.size() > MAX_SUBJECTS) {
            throw new IllegalArgumentException(
                    "an entry has 1 to " + MAX_SUBJECTS + " subjects, got " + subjects.size());
        }
        fields = FieldValues.copyOf(fields);
    }

    /** Returns an entry that is about to be appended. */
    public static LogEntry of(
            String key, Set<UUID> subjects, Instant occurredAt, Map<String, Object> fields, String body) {
        return new LogEntry(key, subjects, occurredAt, fields, body, null);
    }

    /** Returns this entry at a position in the log. */
    public LogEntry atPosition(Position newPosition) {
        return new LogEntry(key, subjects, occurredAt, fields, body, newPosition);
    }

    /** Reads a declared field, {@link LogType#KEY} or {@link LogType#OCCURRED_AT}. */
    @Override
    public @Nullable Object read(String field) {
        return switch (field) {
            case LogType.KEY -> key;
            case LogType.OCCURRED_AT -> occurredAt;
            default -> fields.get(field);
        };
    }

    @Override
    public String toString() {
        return "entry " + (position == null ? "(new)" : position) + " of " + occurredAt;
    }
}
