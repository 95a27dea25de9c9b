package dev.clientele.core.entity;

import dev.clientele.core.error.InvalidException;
import dev.clientele.persistence.LogEntry;
import dev.clientele.persistence.LogType;
import dev.clientele.persistence.Position;
import dev.clientele.persistence.criteria.Criteria;
import java.time.Instant;
import java.util.HashSet;
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

    /** For concrete types. */
    protected Event(EventState<T> state) {
        this.state = Objects.requireNonNull(state, "state");
    }

    /** The idempotency key, {@code source:externalId}; empty if the event has none and isn't recorded yet. */
    public final String key() {
        return state.key;
    }

    /** The records that it is about. */
    public final Set<UUID> subjects() {
        return state.subjects;
    }

    /** When it happened. */
    public final Instant occurredAt() {
        return state.occurredAt;
    }

    /** When it was recorded, which may be long after it happened; empty before that. */
    public final Optional<Instant> recordedAt() {
        return Optional.ofNullable(state.recording).map(EventState.Recording::at);
    }

    /** The text form of the actor who recorded it; empty before that. */
    public final Optional<String> recordedBy() {
        return Optional.ofNullable(state.recording).map(EventState.Recording::by);
    }

    /** Its place in the log; empty before it is recorded and committed. */
    public final Optional<Position> position() {
        return Optional.ofNullable(state.recording).map(EventState.Recording::position);
    }

    /**
     * A copy that carries the identity it has in the system it comes from.
     *
     * @param source the system, such as {@code mailbox} or {@code shop}; 1 to 64 characters without colon
     * @param externalId its id there, 1 to 200 characters
     * @throws IllegalArgumentException if one of them isn't of that form
     */
    public final T withExternalId(String source, String externalId) {
        return state.type.create(new EventState<>(
                state.type,
                EventKey.of(source, externalId),
                state.subjects,
                state.occurredAt,
                state.recording,
                state.values));
    }

    /**
     * A copy that is also about this record.
     *
     * @throws InvalidException if it would be about more than 32
     */
    public final T withSubject(Id<?> subject) {
        Set<UUID> subjects = new HashSet<>(state.subjects);
        subjects.add(subject.value());
        if (subjects.size() > LogEntry.MAX_SUBJECTS) {
            throw InvalidException.of(
                    state.type.name(), "subjects", "must be at most " + LogEntry.MAX_SUBJECTS + " records");
        }
        return state.type.create(
                new EventState<>(state.type, state.key, subjects, state.occurredAt, state.recording, state.values));
    }

    final EventState<T> state() {
        return state;
    }

    @Override
    final FieldMap<T> values() {
        return state.values;
    }

    @Override
    final T withValues(FieldMap<T> values) {
        return state.type.create(
                new EventState<>(state.type, state.key, state.subjects, state.occurredAt, state.recording, values));
    }

    @Override
    final void encodeBuiltIn(Map<String, Object> into) {
        into.put(LogType.OCCURRED_AT, state.occurredAt);
        if (!state.key.isEmpty()) {
            into.put(LogType.KEY, state.key);
        }
        recordedAt().ifPresent(at -> into.put(EventType.RECORDED_AT, at));
        recordedBy().ifPresent(by -> into.put(EventType.RECORDED_BY, by));
    }

    @Override
    final Set<String> columnNames() {
        return state.type.columnNames();
    }

    @Override
    final Criteria checkCriteria(Criteria criteria) {
        return state.type.checkCriteria(criteria);
    }

    /** Equal if class, name of the type, key, subjects, time and all values are; when and where it was recorded doesn't matter. */
    @Override
    public final boolean equals(Object other) {
        return other instanceof Event<?> that
                && getClass() == that.getClass()
                && state.type.name().equals(that.state().type.name())
                && state.key.equals(that.state().key)
                && state.subjects.equals(that.state().subjects)
                && state.occurredAt.equals(that.state().occurredAt)
                && state.values.equals(that.state().values);
    }

    @Override
    public final int hashCode() {
        return Objects.hash(state.type.name(), state.key, state.occurredAt);
    }

    @Override
    public final String toString() {
        return state.type.name() + "[" + state.occurredAt + ": " + state.values + "]";
    }
}
