package dev.clientele.core.store;

import dev.clientele.core.codec.EntityCodec;
import dev.clientele.core.entity.ColumnSelection;
import dev.clientele.core.entity.Entity;
import dev.clientele.core.entity.EntityType;
import dev.clientele.core.entity.Field;
import dev.clientele.core.entity.MoneyField;
import dev.clientele.core.entity.OrderedField;
import dev.clientele.core.entity.Page;
import dev.clientele.core.entity.Selection;
import dev.clientele.core.entity.TextField;
import dev.clientele.core.value.MoneyTotals;
import dev.clientele.persistence.Document;
import dev.clientele.persistence.DocumentType;
import dev.clientele.persistence.criteria.Aggregation;
import dev.clientele.persistence.criteria.Criteria;
import dev.clientele.persistence.criteria.Cursor;
import dev.clientele.persistence.criteria.Group;
import dev.clientele.persistence.criteria.Measure;
import dev.clientele.persistence.criteria.PageRequest;
import dev.clientele.persistence.criteria.Query;
import dev.clientele.persistence.criteria.Sort;
import dev.clientele.persistence.criteria.SortDirection;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A selection of records in storage. */
final class StoredSelection<T extends Entity<T>> implements Selection<T> {

    private final SessionContext scope;
    private final EntityType<T> type;
    private final EntityCodec<T> codec;
    private final Criteria where;
    private final List<Sort> order;

    StoredSelection(SessionContext scope, EntityType<T> type, Criteria where, List<Sort> order) {
        this.scope = scope;
        this.type = type;
        this.codec = EntityCodec.of(type);
        this.where = where;
        this.order = List.copyOf(order);
    }

    @Override
    public Selection<T> and(Criteria more) {
        return new StoredSelection<>(scope, type, where.and(more), order);
    }

    @Override
    public Selection<T> sortedBy(Field<T, ?> field, SortDirection direction) {
        List<Sort> keys = new ArrayList<>(order);
        keys.add(new Sort(codec.sortColumn(field.name()), direction));
        return new StoredSelection<>(scope, type, where, keys);
    }

    @Override
    public Selection<T> sortedByIgnoringCase(TextField<T> field, SortDirection direction) {
        List<Sort> keys = new ArrayList<>(order);
        keys.add(new Sort(codec.foldedColumn(field.name()), direction));
        return new StoredSelection<>(scope, type, where, keys);
    }

    @Override
    public Page<T> page(int limit) {
        return page(limit, (@Nullable String) null);
    }

    @Override
    public Page<T> page(int limit, @Nullable String next) {
        PushDown pushDown = pushDown(); // checks the criteria
        PageTokenCodec token = new PageTokenCodec(scope.tenant(), type.name(), "", where, order);
        PageRequest request = token.request(limit, next);
        Query query = new Query(type.name(), pushDown.pushed(), order);
        return pushDown.read(
                scope,
                unit -> FilteredPageReader.convert(
                        FilteredPageReader.readFiltered(
                                pushDown,
                                request,
                                part -> unit.search(type.name()).page(query, part),
                                this::cursor),
                        document -> codec.fromDocument(unit.addToCache(document)),
                        token));
    }

    private Cursor cursor(Document document) {
        return Cursor.of(order, document, String.valueOf(document.read(DocumentType.ID)));
    }

    @Override
    public Stream<T> stream() {
        PushDown pushDown = pushDown();
        Query query = new Query(type.name(), pushDown.pushed(), order);
        return scope.stream(unit -> {
            Stream<Document> documents = unit.search(type.name()).scan(query);
            return (pushDown.isComplete() ? documents : documents.filter(pushDown::test))
                    .map(document -> codec.fromDocument(unit.addToCache(document)));
        });
    }

    @Override
    public ColumnSelection<T> columns(Collection<? extends Field<T, ?>> fields) {
        Set<String> columns = new HashSet<>();
        fields.forEach(field -> columns.addAll(codec.columnsOf(field.name())));
        return new StoredColumnSelection<>(scope, type.name(), where, order, columns);
    }

    @Override
    public long count() {
        return aggregateColumns(List.of(), List.of(Measure.count())).get(0).count(0);
    }

    @Override
    public BigDecimal sum(OrderedField<T, ? extends Number> field) {
        Object sum = aggregateColumns(List.of(), List.of(Measure.sum(field.name())))
                .get(0)
                .values()
                .get(0);
        if (sum instanceof Double real) {
            if (!Double.isFinite(real)) {
                throw new ArithmeticException("the total of " + field.name() + " is beyond the range of a double");
            }
            return BigDecimal.valueOf(real);
        }
        return sum == null ? BigDecimal.ZERO : (BigDecimal) sum;
    }

    @Override
    public MoneyTotals sum(MoneyField<T> field) {
        return field.toTotals(aggregateColumns(List.of(field.currencyColumn()), List.of(Measure.sum(field.name()))));
    }

    @Override
    public List<Group> aggregate(List<? extends Field<T, ?>> groupBy, List<Measure> measures) {
        return aggregateColumns(sortColumns(groupBy), measures);
    }

    @Override
    public List<Group> aggregate(
            List<? extends Field<T, ?>> groupBy,
            Map<? extends OrderedField<T, ?>, ? extends List<?>> starts,
            List<Measure> measures) {
        Map<String, List<?>> byName = new LinkedHashMap<>();
        starts.forEach((field, values) -> byName.put(codec.sortColumn(field.name()), values));
        return aggregateColumns(sortColumns(groupBy), byName, measures);
    }

    private List<String> sortColumns(List<? extends Field<T, ?>> fields) {
        return fields.stream().map(field -> codec.sortColumn(field.name())).toList();
    }

    private List<Group> aggregateColumns(List<String> groupBy, List<Measure> measures) {
        return aggregateColumns(groupBy, Map.of(), measures);
    }

    private List<Group> aggregateColumns(List<String> groupBy, Map<String, List<?>> starts, List<Measure> measures) {
        PushDown pushDown = pushDown();
        return pushDown.read(
                scope,
                unit -> AggregationExecutor.execute(
                        scope.types().schema(),
                        pushDown,
                        criteria -> new Aggregation(type.name(), criteria, groupBy, measures).withRanges(starts),
                        unit.search(type.name())::aggregate,
                        () -> unit.search(type.name()).scan(Query.where(type.name(), pushDown.pushed()))));
    }

    private PushDown pushDown() {
        return PushDown.of(new AccessCheck(scope, type.name()).restrictSelection(where), scope.storage());
    }
}
