package dev.clientele.core.store;

import com.google.common.collect.ImmutableMap;
import dev.clientele.core.access.Actor;
import dev.clientele.core.change.Change;
import dev.clientele.core.change.FieldChange;
import dev.clientele.core.error.CorruptException;
import dev.clientele.core.error.InvalidException;
import dev.clientele.core.json.Json;
import dev.clientele.persistence.DeclaredField;
import dev.clientele.persistence.FieldType;
import dev.clientele.persistence.LogEntry;
import dev.clientele.persistence.LogType;
import dev.clientele.persistence.Redaction;
import dev.clientele.persistence.criteria.Criteria;
import dev.clientele.persistence.criteria.Operator;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;

/** Converts changes to log entries and back. */
final class ChangeLog {

    /** The longest body that storage takes, see {@link LogEntry#body()}. */
    private static final int MAX_BODY_LENGTH = 1 << 20;

    private static final String START = "at";
    private static final String REMOVED = "removed";
    private static final String ADDED = "added";

    static final LogType TYPE = new LogType(
            "change",
            List.of(
                    DeclaredField.text("record_type", 48),
                    DeclaredField.text("action", 16),
                    DeclaredField.text("actor", 200),
                    DeclaredField.of("record_version", FieldType.INTEGER)),
            List.of());

    private ChangeLog() {}

    static LogEntry toEntry(Change change) {
        Map<String, Object> body = new LinkedHashMap<>();
        change.fields().forEach((name, field) -> body.put(name, write(field)));
        String json = Json.write(body);
        if (json.length() > MAX_BODY_LENGTH) {
            throw InvalidException.of(
                    change.type(),
                    "",
                    "the change is too large: " + json.length() + " characters as JSON, at most " + MAX_BODY_LENGTH);
        }
        return LogEntry.of(
                change.key(),
                Set.of(change.record()),
                change.at(),
                ImmutableMap.of(
                        "record_type", change.type(),
                        "action", change.action().name(),
                        "actor", change.actor().toString(),
                        "record_version", change.version()),
                json);
    }

    /** Returns criteria for the changes that led to this version of a record or a later one. */
    static Criteria sinceVersion(long version) {
        return Criteria.compare("record_version", Operator.AT_LEAST, version);
    }

    /** Returns the entry's content without the values of some fields; empty if it has none of them. */
    static Optional<Redaction> redact(LogEntry entry, Set<String> fields) {
        Map<String, Object> body = new LinkedHashMap<>(Json.readObject(entry.body()));
        boolean any = false;
        for (String field : fields) {
            List<?> nothing = Arrays.asList(null, null);
            any |= body.containsKey(field) && !nothing.equals(body.put(field, nothing));
        }
        return any ? Optional.of(new Redaction(entry.key(), entry.fields(), Json.write(body))) : Optional.empty();
    }

    static Change fromEntry(LogEntry entry) {
        return fromEntry(entry, field -> true);
    }

    /** Converts an entry with those fields alone whose names are wanted. */
    static Change fromEntry(LogEntry entry, Predicate<String> wanted) {
        Map<String, FieldChange> fields = new TreeMap<>();
        try {
            Json.readObject(entry.body()).forEach((name, value) -> {
                if (wanted.test(name)) {
                    fields.put(name, read(value));
                }
            });
            return new Change(
                    entry.key(),
                    text(entry, "record_type"),
                    entry.subjects().iterator().next(),
                    Change.Action.valueOf(text(entry, "action")),
                    Actor.parse(text(entry, "actor")),
                    entry.occurredAt(),
                    (Long) Objects.requireNonNull(entry.read("record_version")),
                    fields,
                    entry.position());
        } catch (ClassCastException | IndexOutOfBoundsException | IllegalArgumentException | NullPointerException e) {
            throw new CorruptException("a stored change can't be read", e);
        }
    }

    /** Writes a whole value as a pair, and part of a list as an object, which programs that know pairs only refuse. */
    private static Object write(FieldChange field) {
        return field.isPartOfList()
                ? ImmutableMap.of(
                        START,
                        (long) field.start(),
                        REMOVED,
                        Objects.requireNonNull(field.before()),
                        ADDED,
                        Objects.requireNonNull(field.after()))
                : Arrays.asList(field.before(), field.after());
    }

    private static FieldChange read(Object stored) {
        if (stored instanceof Map<?, ?> part) {
            return new FieldChange(
                    Json.immutableCopy(part.get(REMOVED)),
                    Json.immutableCopy(part.get(ADDED)),
                    ((Number) Objects.requireNonNull(part.get(START))).intValue());
        }
        List<?> both = (List<?>) stored;
        return new FieldChange(Json.immutableCopy(both.get(0)), Json.immutableCopy(both.get(1)));
    }

    private static String text(LogEntry entry, String field) {
        return (String) Objects.requireNonNull(entry.read(field));
    }
}
