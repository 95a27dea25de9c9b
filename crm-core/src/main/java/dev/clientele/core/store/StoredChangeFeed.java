package dev.clientele.core.store;

import com.google.common.collect.Iterables;
import dev.clientele.core.change.Change;
import dev.clientele.core.change.ChangeFeed;
import dev.clientele.core.change.ChangeHistory;
import dev.clientele.core.entity.Page;
import dev.clientele.persistence.Document;
import dev.clientele.persistence.LogEntry;
import dev.clientele.persistence.LogQuery;
import dev.clientele.persistence.Position;
import dev.clientele.persistence.ResultPage;
import dev.clientele.persistence.criteria.Criteria;
import dev.clientele.persistence.criteria.PageRequest;
import dev.clientele.persistence.criteria.SortDirection;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

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
    public long prune(Criteria where, @Nullable Position upTo) {
        Criteria settled = scope.types()
                .checkCriteria(
                        ChangeLog.TYPE.name(), where.resolvedAt(scope.clock().instant()));
        return new LogEraser(scope, ChangeLog.TYPE.name()).prune(settled, upTo);
    }

    @Override
    public long redact(UUID record, Set<String> fields) {
        return new LogEraser(scope, ChangeLog.TYPE.name())
                .redact(record, Criteria.always(), entry -> ChangeLog.redact(entry, fields));
    }

    /** Reads the changes of one record that led to this version of it or a later one. */
    ChangeHistory history(String type, UUID record, long sinceVersion) {
        Criteria which = Change.ofType(type);
        LogQuery query = new LogQuery(
                ChangeLog.TYPE.name(),
                record,
                sinceVersion <= 1 ? which : which.and(ChangeLog.sinceVersion(sinceVersion)),
                SortDirection.ASCENDING);
        return scope.read(unit -> {
            List<Change> changes;
            try (Stream<LogEntry> entries = unit.session().scan(query)) {
                changes = entries.map(ChangeLog::fromEntry).toList();
            }
            List<Change> visible = inOrder(new ChangeVisibilityFilter(scope, unit).filterVisible(changes));
            long stored =
                    unit.session().find(type, record).map(Document::version).orElse(0L);
            return ChangeHistory.of(visible, sinceVersion, stored);
        });
    }

    /** Reads one page of a record's changes, newest first. */
    Page<Change> history(String type, UUID record, int limit, @Nullable String next) {
        LogQuery query = new LogQuery(ChangeLog.TYPE.name(), record, Change.ofType(type), SortDirection.DESCENDING);
        PageTokenCodec token = new PageTokenCodec(
                scope.tenant(), ChangeLog.TYPE.name(), record.toString(), query.where(), query.order());
        PageRequest request = token.request(limit, next);
        return scope.read(unit -> {
            ResultPage<LogEntry> page = unit.session().page(query, request);
            List<Change> changes =
                    page.items().stream().map(ChangeLog::fromEntry).toList();
            List<Change> visible = new ChangeVisibilityFilter(scope, unit).filterVisible(changes);
            return new Page<>(
                    visible,
                    Optional.ofNullable(page.next())
                            .filter(cursor -> !visible.isEmpty())
                            .map(token::write));
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
