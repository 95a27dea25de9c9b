package dev.clientele.core.store;

import com.google.common.collect.Iterables;
import dev.clientele.core.codec.EventCodec;
import dev.clientele.core.entity.Event;
import dev.clientele.core.entity.EventLog.EventSelection;
import dev.clientele.core.entity.EventType;
import dev.clientele.core.entity.Field;
import dev.clientele.core.entity.Page;
import dev.clientele.persistence.LogEntry;
import dev.clientele.persistence.LogQuery;
import dev.clientele.persistence.ResultPage;
import dev.clientele.persistence.criteria.Aggregation;
import dev.clientele.persistence.criteria.Criteria;
import dev.clientele.persistence.criteria.Cursor;
import dev.clientele.persistence.criteria.Group;
import dev.clientele.persistence.criteria.Measure;
import dev.clientele.persistence.criteria.PageRequest;
import dev.clientele.persistence.criteria.SortDirection;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A selection of events in storage. */
final class StoredEventSelection<T extends Event<T>> implements EventSelection<T> {

    private static final int SUBJECTS = 1000;

    private final SessionContext scope;
    private final EventType<T> type;
    private final EventCodec<T> codec;
    private final LogQuery query;

    StoredEventSelection(SessionContext scope, EventType<T> type, LogQuery query) {
        this.scope = scope;
        this.type = type;
        this.codec = EventCodec.of(type);
        this.query = query;
    }

    @Override
    public StoredEventSelection<T> and(Criteria more) {
        return new StoredEventSelection<>(scope, type, query.and(more));
    }

    @Override
    public StoredEventSelection<T> oldestFirst() {
        return new StoredEventSelection<>(
                scope, type, new LogQuery(query.log(), query.subject(), query.where(), SortDirection.ASCENDING));
    }

    @Override
    public Page<T> page(int limit) {
        return page(limit, (@Nullable String) null);
    }

    @Override
    public Page<T> page(int limit, @Nullable String next) {
        PushDown pushDown = pushDown(); // checks the criteria
        PageTokenCodec token = token();
        PageRequest request = token.request(limit, next);
        return pushDown.read(
                scope, unit -> FilteredPageReader.convert(read(unit, pushDown, request), codec::fromEntry, token));
    }

    PageTokenCodec token() {
        return new PageTokenCodec(
                scope.tenant(), type.name(), String.valueOf(query.subject()), query.where(), query.order());
    }

    private ResultPage<LogEntry> read(UnitOfWork unit, PushDown pushDown, PageRequest request) {
        LogQuery pushed = pushed(pushDown);
        return FilteredPageReader.readFiltered(
                pushDown, request, part -> unit.session().page(pushed, part), this::cursor);
    }

    /** Reads a page within a transaction. */
    ResultPage<LogEntry> read(UnitOfWork unit, PageRequest request) {
        return read(unit, pushDown(), request);
    }

    Cursor cursor(LogEntry entry) {
        return Cursor.of(query.order(), entry, entry.key());
    }

    /** Compares entries by the order of this selection. */
    int compare(LogEntry one, LogEntry other) {
        if (one.key().equals(other.key())) {
            return 0;
        }
        return cursor(one).isBefore(query.order(), other, other.key()) ? -1 : 1;
    }

    T event(LogEntry entry) {
        return codec.fromEntry(entry);
    }

    /** Computes figures over entries that were read. */
    List<Group> aggregate(Stream<LogEntry> entries, List<? extends Field<T, ?>> groupBy, List<Measure> measures) {
        Aggregation aggregation = new Aggregation(type.name(), Criteria.always(), sortColumns(groupBy), measures);
        return AggregationExecutor.aggregate(scope.types().schema(), aggregation, entries);
    }

    private List<String> sortColumns(List<? extends Field<T, ?>> fields) {
        return fields.stream().map(field -> codec.sortColumn(field.name())).toList();
    }

    @Override
    public Stream<T> stream() {
        PushDown pushDown = pushDown();
        LogQuery pushed = pushed(pushDown);
        return scope.stream(unit -> {
            Stream<LogEntry> entries = unit.session().scan(pushed);
            return (pushDown.isComplete() ? entries : entries.filter(pushDown.residual()::test)).map(codec::fromEntry);
        });
    }

    @Override
    public long count() {
        return aggregateColumns(List.of(), List.of(Measure.count())).get(0).count(0);
    }

    @Override
    public List<Group> aggregate(List<? extends Field<T, ?>> groupBy, List<Measure> measures) {
        return aggregateColumns(sortColumns(groupBy), measures);
    }

    @Override
    public Map<UUID, List<Group>> aggregateBySubject(
            Collection<UUID> subjects, List<? extends Field<T, ?>> groupBy, List<Measure> measures) {
        if (query.subject() != null) {
            throw new IllegalStateException("the selection is of the events about certain records");
        }
        List<String> keys = sortColumns(groupBy);
        PushDown pushDown = pushDown();
        Map<UUID, List<Group>> groups = new LinkedHashMap<>();
        if (!pushDown.isComplete()) {
            List<Measure> counted = new ArrayList<>(measures);
            counted.add(Measure.count());
            for (UUID subject : subjects) {
                List<Group> found = new StoredEventSelection<>(scope, type, query.about(subject))
                        .aggregateColumns(keys, counted).stream()
                                .filter(group -> group.count(measures.size()) > 0)
                                .map(group ->
                                        new Group(group.keys(), group.values().subList(0, measures.size())))
                                .toList();
                if (!found.isEmpty()) {
                    groups.put(subject, found);
                }
            }
            return groups;
        }
        Aggregation aggregation = new Aggregation(type.name(), pushDown.pushed(), keys, measures);
        for (List<UUID> some : Iterables.partition(new LinkedHashSet<>(subjects), SUBJECTS)) {
            groups.putAll(scope.readAutoCommit(unit -> unit.session().aggregate(aggregation, some)));
        }
        return groups;
    }

    private List<Group> aggregateColumns(List<String> groupBy, List<Measure> measures) {
        PushDown pushDown = pushDown();
        return pushDown.read(
                scope,
                unit -> AggregationExecutor.execute(
                        scope.types().schema(),
                        pushDown,
                        criteria -> new Aggregation(type.name(), query.subject(), criteria, groupBy, measures),
                        unit.session()::aggregate,
                        () -> unit.session().scan(pushed(pushDown))));
    }

    private LogQuery pushed(PushDown pushDown) {
        return new LogQuery(query.log(), query.subject(), pushDown.pushed(), query.direction());
    }

    private PushDown pushDown() {
        return PushDown.of(new AccessCheck(scope, type.name()).restrict(query.where()), scope.storage());
    }
}
