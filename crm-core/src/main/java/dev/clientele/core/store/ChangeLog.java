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
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;

/** Converts changes to log entries and back. */
final class ChangeLog {

    /** The longest body that storage takes, see {@link LogEntry#body()}. */
    private static final int MAX_BODY_LENGTH = 1 << 20;

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
        change.fields().forEach((name, field) -> body.put(name, Arrays.asList(field.before(), field.after())));
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

    static Change fromEntry(LogEntry entry) {
        return fromEntry(entry, field -> true);
    }

    /** Converts an entry with those fields alone whose names are wanted. */
    static Change fromEntry(LogEntry entry, Predicate<String> wanted) {
        Map<String, FieldChange> fields = new TreeMap<>();
        try {
            Json.readObject(entry.body()).forEach((name, value) -> {
                if (wanted.test(name)) {
                    List<?> both = (List<?>) value;
                    fields.put(name, new FieldChange(Json.immutableCopy(both.get(0)), Json.immutableCopy(both.get(1))));
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

    private static String text(LogEntry entry, String field) {
        return (String) Objects.requireNonNull(entry.read(field));
    }
}
