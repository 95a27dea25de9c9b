package dev.clientele.core.store;

import dev.clientele.core.change.Change;
import dev.clientele.core.change.ChangeFeed;
import dev.clientele.persistence.LogEntry;
import dev.clientele.persistence.LogQuery;
import dev.clientele.persistence.Position;
import dev.clientele.persistence.criteria.Criteria;
import dev.clientele.persistence.criteria.Operator;
import dev.clientele.persistence.criteria.SortDirection;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** The change feed of a session. */
public final class StoredChangeFeed implements ChangeFeed {

    private final SessionContext scope;

    /** Creates the feed of a session. */
    public StoredChangeFeed(SessionContext scope) {
        this.scope = scope;
    }

    @Override
    public List<Change> after(Position after, int limit) {
        return scope.read(unit -> {
            ChangeVisibilityFilter sight = new ChangeVisibilityFilter(scope, unit);
            return LogFollower.readVisible(
                    after,
                    limit,
                    position -> unit.session().follow(ChangeLog.TYPE.name(), position, limit),
                    entries -> sight.filterVisible(
                            entries.stream().map(ChangeLog::fromEntry).toList()));
        });
    }

    @Override
    public List<Change> historyOf(UUID record) {
        return historyOf(record, Criteria.always());
    }

    @Override
    public List<Change> historyOf(UUID record, long afterVersion) {
        return historyOf(record, Criteria.compare("record_version", Operator.ABOVE, afterVersion));
    }

    private List<Change> historyOf(UUID record, Criteria which) {
        LogQuery query = new LogQuery(ChangeLog.TYPE.name(), record, which, SortDirection.ASCENDING);
        return scope.read(unit -> {
            List<Change> changes;
            try (Stream<LogEntry> entries = unit.session().scan(query)) {
                changes = entries.map(ChangeLog::fromEntry).toList();
            }
            return inOrder(new ChangeVisibilityFilter(scope, unit).filterVisible(changes));
        });
    }

    /** Sorts by version, since clocks may go back; by position for a record that was added again after it was removed. */
    private static List<Change> inOrder(List<Change> changes) {
        Comparator<Change> byVersion = Comparator.comparingLong(Change::version).thenComparing(Change::action);
        boolean addedAgain = changes.stream()
                        .filter(change -> change.action() == Change.Action.ADDED)
                        .count()
                > 1;
        Comparator<Change> byPosition =
                Comparator.comparing(Change::position, Comparator.nullsLast(Comparator.naturalOrder()));
        return changes.stream()
                .sorted(addedAgain ? byPosition.thenComparing(byVersion) : byVersion)
                .toList();
    }
}
