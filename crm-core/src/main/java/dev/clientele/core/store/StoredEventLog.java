package dev.clientele.core.store;

import static com.google.common.base.Preconditions.checkArgument;

import dev.clientele.core.codec.EventCodec;
import dev.clientele.core.entity.Event;
import dev.clientele.core.entity.EventLog;
import dev.clientele.core.entity.EventType;
import dev.clientele.persistence.LogEntry;
import dev.clientele.persistence.LogQuery;
import dev.clientele.persistence.Position;
import dev.clientele.persistence.criteria.Criteria;
import dev.clientele.persistence.criteria.SortDirection;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The events of one type in storage.
 *
 * @param <T> the event type
 */
public final class StoredEventLog<T extends Event<T>> implements EventLog<T> {

    private final SessionContext scope;
    private final EventType<T> type;
    private final EventCodec<T> codec;

    /** Creates the log of a type as registered, custom fields included. */
    public StoredEventLog(SessionContext scope, EventType<T> type) {
        this.scope = scope;
        this.type = scope.types().getRegistered(type);
        this.codec = EventCodec.of(this.type);
    }

    @Override
    public EventType<T> type() {
        return type;
    }

    @Override
    public Set<String> record(Collection<T> events) {
        Instant now = scope.clock().instant();
        AccessCheck.WriteCheck writing = new AccessCheck(scope, type.name()).writeCheck();
        List<LogEntry> entries = new ArrayList<>(events.size());
        for (T event : events) {
            LogEntry entry = codec.toEntry(
                    event, scope.ids().next().toString(), now, scope.actor().toString());
            writing.require(entry);
            entries.add(entry);
        }
        return entries.isEmpty() ? Set.of() : scope.write(unit -> unit.append(type.name(), entries));
    }

    @Override
    public EventSelection<T> forSubject(UUID subject) {
        return about(subject);
    }

    private StoredEventSelection<T> about(@Nullable UUID subject) {
        return new StoredEventSelection<>(
                scope, type, new LogQuery(type.name(), subject, Criteria.always(), SortDirection.DESCENDING));
    }

    @Override
    public EventSelection<T> forSubjects(Collection<UUID> subjects) {
        List<StoredEventSelection<T>> each =
                subjects.stream().distinct().map(this::about).toList();
        checkArgument(!each.isEmpty(), "events are about one record or several, got none");
        return each.size() == 1 ? each.get(0) : new MergedEventSelection<>(scope, each);
    }

    @Override
    public EventSelection<T> all() {
        return about(null);
    }

    @Override
    public long prune(Criteria where, @Nullable Position upTo) {
        return new LogEraser(scope, type.name()).prune(new AccessCheck(scope, type.name()).restrict(where), upTo);
    }

    @Override
    public long redact(UUID subject, Criteria where, UnaryOperator<T> redaction) {
        return new LogEraser(scope, type.name())
                .redact(subject, new AccessCheck(scope, type.name()).restrict(where), entry -> {
                    T event = codec.fromEntry(entry);
                    T redacted = redaction.apply(event);
                    return redacted.equals(event) ? Optional.empty() : Optional.of(codec.toRedaction(redacted, entry));
                });
    }

    @Override
    public List<T> after(Position after, int limit) {
        AccessCheck guard = new AccessCheck(scope, type.name());
        return scope.read(unit -> LogFollower.readVisible(
                after,
                limit,
                position -> unit.session().follow(type.name(), position, limit),
                entries -> entries.stream()
                        .filter(guard::canRead)
                        .map(codec::fromEntry)
                        .toList()));
    }
}
