package dev.clientele.core.store;

import dev.clientele.core.codec.EventCodec;
import dev.clientele.core.entity.Event;
import dev.clientele.core.entity.EventLog.EventSelection;
import dev.clientele.core.entity.EventType;
import dev.clientele.core.entity.Field;
import dev.clientele.core.entity.Page;
import dev.clientele.persistence.LogEntry;
import dev.clientele.persistence.LogQuery;
import dev.clientele.persistence.criteria.Aggregation;
import dev.clientele.persistence.criteria.Criteria;
import dev.clientele.persistence.criteria.Cursor;
import dev.clientele.persistence.criteria.Group;
import dev.clientele.persistence.criteria.Measure;
import dev.clientele.persistence.criteria.PageRequest;
import dev.clientele.persistence.criteria.SortDirection;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A selection of events in storage. */
final class StoredEventSelection<T extends Event<T>> implements EventSelection<T> {

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
    public EventSelection<T> and(Criteria more) {
        return new StoredEventSelection<>(scope, type, query.and(more));
    }

    @Override
    public EventSelection<T> oldestFirst() {
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
        PageTokenCodec token = new PageTokenCodec(
                scope.tenant(), type.name(), String.valueOf(query.subject()), query.where(), query.order());
        PageRequest request = token.request(limit, next);
        LogQuery pushed = pushed(pushDown);
        return pushDown.read(
                scope,
                unit -> FilteredPageReader.convert(
                        FilteredPageReader.readFiltered(
                                pushDown, request, part -> unit.session().page(pushed, part), this::cursor),
                        codec::fromEntry,
                        token));
    }

    private Cursor cursor(LogEntry entry) {
        return Cursor.of(query.order(), entry, entry.key());
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
        return aggregateColumns(
                groupBy.stream().map(field -> codec.sortColumn(field.name())).toList(), measures);
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
