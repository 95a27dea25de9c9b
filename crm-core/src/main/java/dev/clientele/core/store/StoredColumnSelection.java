package dev.clientele.core.store;

import dev.clientele.core.entity.ColumnSelection;
import dev.clientele.core.entity.Page;
import dev.clientele.core.entity.RecordColumns;
import dev.clientele.persistence.Document;
import dev.clientele.persistence.DocumentType;
import dev.clientele.persistence.criteria.Criteria;
import dev.clientele.persistence.criteria.Cursor;
import dev.clientele.persistence.criteria.PageRequest;
import dev.clientele.persistence.criteria.Query;
import dev.clientele.persistence.criteria.Sort;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A selection of columns in storage. */
final class StoredColumnSelection<T> implements ColumnSelection<T> {

    private final SessionContext scope;
    private final String type;
    private final Criteria where;
    private final List<Sort> order;
    private final Set<String> columns;

    StoredColumnSelection(SessionContext scope, String type, Criteria where, List<Sort> order, Set<String> columns) {
        this.scope = scope;
        this.type = type;
        this.where = where;
        this.order = order;
        this.columns = Set.copyOf(columns);
    }

    @Override
    public Page<RecordColumns<T>> page(int limit) {
        return page(limit, (@Nullable String) null);
    }

    @Override
    public Page<RecordColumns<T>> page(int limit, @Nullable String next) {
        PushDown pushDown = pushDown(); // checks the criteria
        PageTokenCodec token = new PageTokenCodec(scope.tenant(), type, "", where, order);
        PageRequest request = token.request(limit, next);
        Query query = new Query(type, pushDown.pushed(), order);
        Set<String> read = read(pushDown);
        return pushDown.read(
                scope,
                unit -> FilteredPageReader.convert(
                        FilteredPageReader.readFiltered(
                                pushDown, request, part -> unit.search(type).page(query, read, part), this::cursor),
                        RecordColumns::of,
                        token));
    }

    private Cursor cursor(Document document) {
        return Cursor.of(order, document, String.valueOf(document.read(DocumentType.ID)));
    }

    @Override
    public Stream<RecordColumns<T>> stream() {
        PushDown pushDown = pushDown();
        Query query = new Query(type, pushDown.pushed(), order);
        Set<String> read = read(pushDown);
        return scope.stream(unit -> {
            Stream<Document> documents = unit.search(type).scan(query, read);
            return (pushDown.isComplete() ? documents : documents.filter(pushDown.residual()::test))
                    .map(RecordColumns::of);
        });
    }

    /** Returns the columns with those that the rest of the criteria looks at. */
    private Set<String> read(PushDown pushDown) {
        Set<String> read = new HashSet<>(columns);
        read.addAll(pushDown.residual().fields());
        read.remove(DocumentType.ID);
        return read;
    }

    private PushDown pushDown() {
        return PushDown.of(new AccessCheck(scope, type).restrict(where), scope.storage());
    }
}
