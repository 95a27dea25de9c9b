package dev.clientele.persistence.memory;

import com.google.common.collect.Comparators;
import dev.clientele.persistence.Document;
import dev.clientele.persistence.DuplicateKeyException;
import dev.clientele.persistence.Index;
import dev.clientele.persistence.ResultPage;
import dev.clientele.persistence.UniqueKey;
import dev.clientele.persistence.criteria.Criteria;
import dev.clientele.persistence.criteria.Cursor;
import dev.clientele.persistence.criteria.PageRequest;
import dev.clientele.persistence.criteria.Query;
import dev.clientele.persistence.criteria.Sort;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A tenant's documents of one type, with their unique keys and indexes. Immutable. */
final class DocumentCollection {

    private final StoredDocumentType type;
    private final PersistentTreeMap<UUID, Document> byId;
    private final List<FieldIndex> keys;
    private final List<FieldIndex> indexes;

    private DocumentCollection(
            StoredDocumentType type,
            PersistentTreeMap<UUID, Document> byId,
            List<FieldIndex> keys,
            List<FieldIndex> indexes) {
        this.type = type;
        this.byId = byId;
        this.keys = keys;
        this.indexes = indexes;
    }

    static DocumentCollection empty(StoredDocumentType type) {
        return new DocumentCollection(
                type,
                PersistentTreeMap.orderedBy(IdOrder.INSTANCE),
                type.declared().uniqueKeys().stream()
                        .map(UniqueKey::fields)
                        .map(FieldIndex::over)
                        .toList(),
                type.declared().indexes().stream()
                        .map(Index::fields)
                        .filter(fields ->
                                type.declared().field(fields.get(0)).type().ordered())
                        .map(FieldIndex::over)
                        .toList());
    }

    /** Returns the document as it is stored, with fields that are no longer declared. */
    @Nullable
    Document stored(UUID id) {
        return byId.get(id);
    }

    Stream<Document> stored() {
        return RowStreams.stream(byId.values());
    }

    DocumentCollection with(Document document) {
        Document before = byId.get(document.id());
        Document after = before == null ? document : type.withRetiredFieldsOf(document, before);
        DocumentCollection cleared = before == null ? this : without(before);
        return new DocumentCollection(
                type,
                cleared.byId.with(after.id(), after),
                cleared.keys.stream().map(key -> key.with(after)).toList(),
                cleared.indexes.stream().map(index -> index.with(after)).toList());
    }

    /** Returns this with a document of equal content in a document's place: the trace of a check. */
    DocumentCollection markChecked(Document equal) {
        return new DocumentCollection(type, byId.with(equal.id(), equal), keys, indexes);
    }

    DocumentCollection without(Document stored) {
        return new DocumentCollection(
                type,
                byId.without(stored.id()),
                keys.stream().map(key -> key.without(stored)).toList(),
                indexes.stream().map(index -> index.without(stored)).toList());
    }

    /** Refuses a document that is stored here if it shares a unique key with another. */
    void requireUnique(Document stored) {
        for (int i = 0; i < keys.size(); i++) {
            if (keys.get(i).hasDuplicate(stored)) {
                throw new DuplicateKeyException(
                        stored.type(), type.declared().uniqueKeys().get(i).name(), null);
            }
        }
    }

    @Nullable
    Document find(UUID id) {
        Document stored = byId.get(id);
        return stored == null ? null : type.withDeclaredFields(stored);
    }

    ResultPage<Document> page(Query query, PageRequest request) {
        AccessPath path = AccessPath.choose(query.where(), keys, indexes);
        Cursor after = request.after();
        List<Sort> keysOfOrder = query.order();
        Stream<Document> rows;
        if (after != null && path.isFullScan() && keysOfOrder.isEmpty()) {
            rows = RowStreams.stream(byId.ascending(id -> after.isBefore(List.of(), field -> null, id.toString())));
        } else {
            rows = path.rows(byId)
                    .filter(row -> after == null
                            || after.isBefore(keysOfOrder, row, row.id().toString()));
        }
        Stream<Document> matching = rows.filter(query.where()::test);
        int wanted = request.limit() + 1;
        List<Document> first = path.isFullScan() && keysOfOrder.isEmpty()
                ? matching.limit(wanted).toList()
                : matching.collect(Comparators.least(wanted, order(keysOfOrder)));
        List<Document> visible = first.stream().map(type::withDeclaredFields).toList();
        return RowStreams.page(
                visible,
                request.limit(),
                row -> Cursor.of(keysOfOrder, row, row.id().toString()));
    }

    Stream<Document> scan(Query query) {
        AccessPath path = AccessPath.choose(query.where(), keys, indexes);
        Stream<Document> matching = path.rows(byId).filter(query.where()::test);
        boolean inOrder = path.isFullScan() && query.order().isEmpty();
        return (inOrder ? matching : matching.sorted(order(query.order()))).map(type::withDeclaredFields);
    }

    /** Returns a superset of the documents that meet a condition. */
    Iterator<Document> candidates(Criteria where) {
        return AccessPath.choose(where, keys, indexes).rows(byId).iterator();
    }

    private static Comparator<Document> order(List<Sort> keys) {
        Comparator<Document> byKeys = Sort.comparator(keys)::compare;
        return byKeys.thenComparing(Document::id, IdOrder.INSTANCE);
    }
}
