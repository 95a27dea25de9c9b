package dev.clientele.core.store;

import dev.clientele.core.entity.Event;
import dev.clientele.core.entity.EventLog;
import dev.clientele.core.entity.EventType;
import dev.clientele.persistence.LogEntry;
import dev.clientele.persistence.LogQuery;
import dev.clientele.persistence.Position;
import dev.clientele.persistence.criteria.Criteria;
import dev.clientele.persistence.criteria.Direction;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * The events of one type in storage.
 *
 * @param <T> the event type
 */
public final class StoredLog<T extends Event<T>> implements EventLog<T> {

    private final Scope scope;
    private final EventType<T> type;

    /** Of the type as registered, custom fields included. */
    public StoredLog(Scope scope, EventType<T> type) {
        this.scope = scope;
        this.type = scope.types().registered(type);
    }

    @Override
    public EventType<T> type() {
        return type;
    }

    @Override
    public Set<String> record(Collection<T> events) {
        Instant now = scope.clock().instant();
        Guard.Writing writing = new Guard(scope, type.name()).writing();
        List<LogEntry> entries = new ArrayList<>(events.size());
        for (T event : events) {
            LogEntry entry = type.toEntry(
                    event, scope.ids().next().toString(), now, scope.actor().toString());
            writing.require(entry);
            entries.add(entry);
        }
        return entries.isEmpty() ? Set.of() : scope.write(unit -> unit.append(type.name(), entries));
    }

    @Override
    public EventSelection<T> about(UUID subject) {
        return new StoredEventSelection<>(
                scope, type, new LogQuery(type.name(), subject, Criteria.always(), Direction.DESCENDING));
    }

    @Override
    public EventSelection<T> all() {
        return new StoredEventSelection<>(
                scope, type, new LogQuery(type.name(), null, Criteria.always(), Direction.DESCENDING));
    }

    @Override
    public List<T> after(Position after, int limit) {
        Guard guard = new Guard(scope, type.name());
        return scope.read(unit -> Following.visible(
                after,
                limit,
                position -> unit.session().follow(type.name(), position, limit),
                entries -> entries.stream()
                        .filter(guard::maySee)
                        .map(type::fromEntry)
                        .toList()));
    }
}
