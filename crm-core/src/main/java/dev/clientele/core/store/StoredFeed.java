package dev.clientele.core.store;

import dev.clientele.core.change.Change;
import dev.clientele.core.change.ChangeFeed;
import dev.clientele.persistence.LogQuery;
import dev.clientele.persistence.Position;
import dev.clientele.persistence.criteria.Criteria;
import dev.clientele.persistence.criteria.Direction;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** The change feed of a scope. */
public final class StoredFeed implements ChangeFeed {

    private final Scope scope;

    /** For this scope. */
    public StoredFeed(Scope scope) {
        this.scope = scope;
    }

    @Override
    public List<Change> after(Position after, int limit) {
        return scope.read(unit -> unit.session().follow(ChangeLog.TYPE.name(), after, limit).stream()
                .map(ChangeLog::change)
                .toList());
    }

    /** By version, since several changes of a transaction share their time. */
    @Override
    public List<Change> of(UUID record) {
        LogQuery query = new LogQuery(ChangeLog.TYPE.name(), record, Criteria.always(), Direction.ASCENDING);
        return scope.read(unit -> {
            try (Stream<dev.clientele.persistence.LogEntry> entries =
                    unit.session().scan(query)) {
                return entries.map(ChangeLog::change)
                        .sorted(Comparator.comparingLong(Change::version).thenComparing(Change::action))
                        .toList();
            }
        });
    }
}
