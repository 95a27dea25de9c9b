package dev.clientele.core.store;

import com.google.common.collect.Iterables;
import dev.clientele.core.change.Change;
import dev.clientele.core.change.ChangeFeed;
import dev.clientele.persistence.LogEntry;
import dev.clientele.persistence.LogQuery;
import dev.clientele.persistence.Position;
import dev.clientele.persistence.criteria.Criteria;
import dev.clientele.persistence.criteria.SortDirection;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/** The change feed of a session. */
public final class StoredChangeFeed implements ChangeFeed {

    private static final int RECORDS = 500;

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
        LogQuery query = new LogQuery(ChangeLog.TYPE.name(), record, Criteria.always(), SortDirection.ASCENDING);
        return scope.read(unit -> {
            List<Change> changes;
            try (Stream<LogEntry> entries = unit.session().scan(query)) {
                changes = entries.map(ChangeLog::fromEntry).toList();
            }
            return inOrder(new ChangeVisibilityFilter(scope, unit).filterVisible(changes));
        });
    }

    @Override
    public Map<UUID, List<Change>> historiesOf(Collection<UUID> records, Set<String> fields) {
        LogQuery query = new LogQuery(ChangeLog.TYPE.name(), null, Criteria.always(), SortDirection.ASCENDING);
        return scope.read(unit -> {
            Map<UUID, List<Change>> histories = new LinkedHashMap<>();
            for (List<UUID> some : Iterables.partition(new LinkedHashSet<>(records), RECORDS)) {
                List<Change> changes;
                try (Stream<LogEntry> entries = unit.session().scan(query, some)) {
                    changes = entries.map(entry -> ChangeLog.fromEntry(entry, fields::contains))
                            .toList();
                }
                new ChangeVisibilityFilter(scope, unit)
                        .filterVisible(changes)
                        .forEach(change -> histories
                                .computeIfAbsent(change.record(), first -> new ArrayList<>())
                                .add(change));
            }
            histories.replaceAll((record, changes) -> inOrder(changes));
            return histories;
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
