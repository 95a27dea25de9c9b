package dev.clientele.core.entity;

import dev.clientele.core.codec.EventCodec;
import dev.clientele.core.codec.EventValues;
import dev.clientele.core.codec.FieldMap;
import dev.clientele.core.error.InvalidException;
import dev.clientele.core.error.Violation;
import dev.clientele.core.error.ViolationCode;
import dev.clientele.persistence.LogEntry;
import dev.clientele.persistence.LogType;
import dev.clientele.persistence.Position;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Something that happened, recorded once and never changed: an interaction, a purchase, a vendor's own. Immutable and
 * thread-safe.
 *
 * <p>An event is about one to 32 records, its subjects. Its source and external id make it idempotent: recording it again
 * does nothing. {@code toString} masks personal data.
 *
 * @param <T> the concrete type itself
 */
public abstract class Event<T extends Event<T>> extends TypedRecord<T> {

    private final EventState<T> state;

    /** Creates an event of its state; for concrete types. */
    protected Event(EventState<T> state) {
        this.state = Objects.requireNonNull(state, "state");
    }

    /** Returns the idempotency key, {@code source:externalId}; empty if the event has none and isn't recorded yet. */
    public final String key() {
        return state.values.key();
    }

    /** Returns the records that it is about. */
    public final Set<UUID> subjects() {
        return state.values.subjects();
    }

    /** Returns the time at which it happened. */
    public final Instant occurredAt() {
        return state.values.occurredAt();
    }

    /** Returns the time at which it was recorded, which may be long after it happened; empty before that. */
    public final Optional<Instant> recordedAt() {
        return Optional.ofNullable(state.values.recording()).map(EventValues.Recording::at);
    }

    /** Returns the text form of the actor who recorded it; empty before that. */
    public final Optional<String> recordedBy() {
        return Optional.ofNullable(state.values.recording()).map(EventValues.Recording::by);
    }

    /** Returns its place in the log; empty before it is recorded and committed. */
    public final Optional<Position> position() {
        return Optional.ofNullable(state.values.recording()).map(EventValues.Recording::position);
    }

    /**
     * Returns a copy that carries the identity it has in the system it comes from.
     *
     * @param source the system, such as {@code mailbox} or {@code shop}; 1 to 64 characters without colon
     * @param externalId its id there, 1 to 200 characters
     * @throws IllegalArgumentException if one of them isn't of that form
     */
    public final T withExternalId(String source, String externalId) {
        return state.type.create(state.values.withKey(EventKey.of(source, externalId)));
    }

    /**
     * Returns a copy that is also about this record.
     *
     * @throws InvalidException if it would be about more than 32
     */
    public final T withSubject(Id<?> subject) {
        Set<UUID> more = new LinkedHashSet<>(subjects());
        more.add(subject.value());
        if (more.size() > LogEntry.MAX_SUBJECTS) {
            throw InvalidException.of(
                    state.type.name(),
                    new Violation(
                                    "subjects",
                                    ViolationCode.TOO_MANY,
                                    "must be at most " + LogEntry.MAX_SUBJECTS + " records")
                            .with("max", LogEntry.MAX_SUBJECTS));
        }
        return state.type.create(state.values.withSubjects(more));
    }

    final EventState<T> state() {
        return state;
    }

    @Override
    final FieldMap values() {
        return state.values.fields();
    }

    @Override
    final T withValues(FieldMap values) {
        return state.type.create(state.values.with(values));
    }

    @Override
    final void encodeBuiltIn(Map<String, Object> into) {
        into.put(LogType.OCCURRED_AT, state.values.occurredAt());
        if (!state.values.key().isEmpty()) {
            into.put(LogType.KEY, state.values.key());
        }
        recordedAt().ifPresent(at -> into.put(EventCodec.RECORDED_AT, at));
        recordedBy().ifPresent(by -> into.put(EventCodec.RECORDED_BY, by));
    }

    @Override
    final EventType<T> recordType() {
        return state.type;
    }

    /** Returns whether class, name of the type, key, subjects, time and all values are equal; when and where it was recorded doesn't matter. */
    @Override
    public final boolean equals(Object other) {
        return other instanceof Event<?> that
                && getClass() == that.getClass()
                && state.type.name().equals(that.state().type.name())
                && state.values.key().equals(that.state().values.key())
                && state.values.subjects().equals(that.state().values.subjects())
                && state.values.occurredAt().equals(that.state().values.occurredAt())
                && values().equals(that.values());
    }

    @Override
    public final int hashCode() {
        return Objects.hash(state.type.name(), state.values.key(), state.values.occurredAt());
    }

    @Override
    public final String toString() {
        return state.type.name() + "[" + state.values.occurredAt() + ": " + values() + "]";
    }
}
