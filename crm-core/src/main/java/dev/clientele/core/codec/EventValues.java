package dev.clientele.core.codec;

import com.google.common.collect.ImmutableSet;
import dev.clientele.persistence.Position;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The state of an event: key, subjects, times and values.
 *
 * @param key its idempotency key; empty as long as it has none
 * @param subjects the records that it is about
 * @param occurredAt the time at which it happened
 * @param recording when and by whom it was recorded, or null before that
 * @param fields its values
 */
public record EventValues(
        String key,
        Set<UUID> subjects,
        Instant occurredAt,
        @Nullable Recording recording,
        FieldMap fields) {

    /** Copies the subjects. */
    public EventValues {
        subjects = ImmutableSet.copyOf(subjects);
    }

    /** Returns a copy with these values. */
    public EventValues with(FieldMap changed) {
        return new EventValues(key, subjects, occurredAt, recording, changed);
    }

    /** Returns a copy with this key. */
    public EventValues withKey(String changed) {
        return new EventValues(changed, subjects, occurredAt, recording, fields);
    }

    /** Returns a copy that is about these records. */
    public EventValues withSubjects(Set<UUID> changed) {
        return new EventValues(key, changed, occurredAt, recording, fields);
    }

    /**
     * The time and the author of a recording.
     *
     * @param at the time at which the event was recorded
     * @param by the text form of the actor
     * @param position its place in the log, or null until it is committed
     */
    public record Recording(Instant at, String by, @Nullable Position position) {}
}
