package dev.clientele.core.store;

import dev.clientele.core.change.DeliveryLag;
import dev.clientele.persistence.ConflictException;
import dev.clientele.persistence.Document;
import dev.clientele.persistence.LogEntry;
import dev.clientele.persistence.Position;
import dev.clientele.persistence.Storage;
import dev.clientele.persistence.StorageSession;
import dev.clientele.persistence.TenantId;
import dev.clientele.persistence.Write;
import dev.clientele.persistence.criteria.Criteria;
import dev.clientele.persistence.criteria.Query;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The positions that listeners have reached, in storage. Thread-safe. */
final class ListenerPositions {

    private static final int MAX_COLLISIONS = 20;
    private static final int COUNTED_AT_ONCE = 1000;

    private final Storage storage;

    ListenerPositions(Storage storage) {
        this.storage = storage;
    }

    /** A position with the next entries after it. */
    record Pending(ListenerPosition position, List<LogEntry> entries) {}

    /** Reads where a listener is and what comes next. */
    Pending read(Lane lane, int limit) {
        try (StorageSession session = storage.read(lane.tenant())) {
            ListenerPosition position = find(session, lane.listener().name(), lane.log());
            return new Pending(position, session.follow(lane.log(), position.position(), limit));
        }
    }

    static ListenerPosition find(StorageSession session, String listener, String log) {
        return session.find(ListenerPosition.TYPE.name(), ListenerPosition.id(listener, log))
                .map(ListenerPosition::of)
                .orElseGet(() -> ListenerPosition.start(listener, log));
    }

    /**
     * Stores a position, with other writes, if it is still at its version.
     *
     * @return the position as it is stored; null if somebody else has stored it meanwhile
     */
    @Nullable
    ListenerPosition store(TenantId tenant, ListenerPosition next, Write... others) {
        List<Write> batch = new ArrayList<>(Arrays.asList(others));
        batch.add(next.toWrite());
        for (int attempt = 1; ; attempt++) {
            try (StorageSession session = storage.write(tenant)) {
                session.write(batch);
                session.commit();
                return next.stored();
            } catch (ConflictException e) {
                if (!e.documents().isEmpty()) {
                    return null;
                } else if (attempt == MAX_COLLISIONS) {
                    throw e;
                }
            }
        }
    }

    /** Returns what a listener hasn't been told of yet. */
    DeliveryLag lag(Lane lane, long parked) {
        try (StorageSession session = storage.read(lane.tenant())) {
            Position after = find(session, lane.listener().name(), lane.log()).position();
            int count = 0;
            Optional<LogEntry> oldest = Optional.empty();
            while (count < DeliveryLag.MAX_COUNTED) {
                List<LogEntry> entries = session.follow(lane.log(), after, COUNTED_AT_ONCE);
                if (entries.isEmpty()) {
                    break;
                }
                oldest = oldest.or(() -> Optional.of(entries.get(0)));
                count += entries.size();
                after = Objects.requireNonNull(entries.get(entries.size() - 1).position());
            }
            return new DeliveryLag(lane.listener().name(), count, oldest.map(LogEntry::occurredAt), parked);
        }
    }

    /**
     * Returns the lowest position that the listeners to a log have reached: what comes after it isn't told to all of them yet.
     * Counts listeners of other processes too, which have stored a position, until they are forgotten.
     *
     * @param listeners those of this process, which may not have been served yet
     * @return empty if nobody listens to the log
     */
    static Optional<Position> lowestReached(StorageSession session, String log, Collection<LogListener> listeners) {
        Set<String> unserved = new HashSet<>();
        listeners.stream()
                .filter(listener -> listener.log().equals(log))
                .map(LogListener::name)
                .forEach(unserved::add);
        List<Position> reached = new ArrayList<>();
        try (Stream<Document> all = session.scan(Query.where(ListenerPosition.TYPE.name(), Criteria.always()))) {
            all.map(ListenerPosition::of)
                    .filter(position -> position.log().equals(log))
                    .forEach(position -> {
                        unserved.remove(position.listener());
                        reached.add(position.position());
                    });
        }
        return unserved.isEmpty() ? reached.stream().min(Position::compareTo) : Optional.of(Position.START);
    }

    /** Removes the positions of a listener that is gone for good. */
    void forget(TenantId tenant, String listener) {
        try (StorageSession session = storage.write(tenant)) {
            List<Write> removals;
            try (Stream<Document> all = session.scan(Query.where(ListenerPosition.TYPE.name(), Criteria.always()))) {
                removals = all.filter(document -> listener.equals(document.read("listener")))
                        .<Write>map(document -> new Write.Delete(document.type(), document.id(), document.version()))
                        .toList();
            }
            session.write(removals);
            session.commit();
        }
    }
}
