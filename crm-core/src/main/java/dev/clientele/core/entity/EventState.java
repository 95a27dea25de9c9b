package dev.clientele.core.entity;

import dev.clientele.persistence.Position;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an {@link Event} is made of: handed to its constructor, of no further use to callers.
 *
 * @param <T> the event's type
 */
public final class EventState<T extends Event<T>> {

    final EventType<T> type;
    final String key;
    final Set<UUID> subjects;
    final Instant occurredAt;
    final @Nullable Recording recording;
    final FieldMap<T> values;

    EventState(
            EventType<T> type,
            String key,
            Set<UUID> subjects,
            Instant occurredAt,
            @Nullable Recording recording,
            FieldMap<T> values) {
        this.type = type;
        this.key = key;
        this.subjects = Set.copyOf(subjects);
        this.occurredAt = occurredAt;
        this.recording = recording;
        this.values = values;
    }

    /** When and by whom it was recorded, and its place in the log once committed. */
    record Recording(Instant at, String by, @Nullable Position position) {}
}
