package dev.clientele.persistence.memory;

import com.google.common.collect.Comparators;
import com.google.common.collect.Iterables;
import dev.clientele.persistence.Document;
import dev.clientele.persistence.DocumentType;
import dev.clientele.persistence.DuplicateKeyException;
import dev.clientele.persistence.FieldType;
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
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A tenant's documents of one type, with their unique keys and indexes. Immutable. */
final class DocumentCollection {

    private final StoredDocumentType type;
    private final PersistentTreeMap<UUID, Document> byId;
    private final PersistentTreeMap<UUID, Object> checks;
    private final List<FieldIndex> keys;
    private final List<FieldIndex> indexes;
    private final List<TextSetIndex> sets;

    private DocumentCollection(
            StoredDocumentType type,
            PersistentTreeMap<UUID, Document> byId,
            PersistentTreeMap<UUID, Object> checks,
            List<FieldIndex> keys,
            List<FieldIndex> indexes,
            List<TextSetIndex> sets) {
        this.type = type;
        this.byId = byId;
        this.checks = checks;
        this.keys = keys;
        this.indexes = indexes;
        this.sets = sets;
    }

    static DocumentCollection empty(StoredDocumentType type) {
        DocumentType declared = type.declared();
        Predicate<Index> ordered =
                index -> declared.field(index.fields().get(0)).type().ordered();
        Predicate<Index> ofTextSet =
                index -> declared.field(index.fields().get(0)).type() == FieldType.TEXT_SET;
        return new DocumentCollection(
                type,
                PersistentTreeMap.orderedBy(IdOrder.INSTANCE),
                PersistentTreeMap.orderedBy(IdOrder.INSTANCE),
                declared.uniqueKeys().stream()
                        .map(UniqueKey::fields)
                        .map(FieldIndex::over)
                        .toList(),
                declared.indexes().stream()
                        .filter(ordered)
                        .map(index -> FieldIndex.over(index.fields()))
                        .toList(),
                declared.indexes().stream()
                        .filter(ofTextSet)
                        .map(index -> TextSetIndex.over(index.fields().get(0)))
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

    /** Returns this with a document replaced: it keeps what {@linkplain StoredDocumentType#replacing a replacement keeps}. */
    DocumentCollection replace(Document before, Document document) {
        return without(before).put(type.replacing(before, document));
    }

    /** Returns this with other values in computed fields of a document. A field without a value becomes missing. */
    DocumentCollection compute(Document before, Map<String, Optional<Object>> values) {
        Map<String, Object> fields = new TreeMap<>(before.fields());
        values.forEach((field, value) ->
                value.ifPresentOrElse(present -> fields.put(field, present), () -> fields.remove(field)));
        Object mark = checks.get(before.id());
        DocumentCollection computed = without(before).put(StoredDocumentType.withFields(before, fields));
        return mark == null ? computed : computed.withCheck(before.id(), mark);
    }

    /** Returns this with a document that isn't here, as it is. */
    DocumentCollection put(Document document) {
        return new DocumentCollection(
                type,
                byId.with(document.id(), document),
                checks,
                keys.stream().map(key -> key.with(document)).toList(),
                indexes.stream().map(index -> index.with(document)).toList(),
                sets.stream().map(index -> index.with(document)).toList());
    }

    /** Returns this with a trace of a check of a document, which is there until the document is written. */
    DocumentCollection markChecked(UUID id) {
        return withCheck(id, new Object());
    }

    /** Returns the trace of the last check of a document since it was written, if there was one. */
    @Nullable
    Object check(UUID id) {
        return checks.get(id);
    }

    private DocumentCollection withCheck(UUID id, Object mark) {
        return new DocumentCollection(type, byId, checks.with(id, mark), keys, indexes, sets);
    }

    DocumentCollection without(Document stored) {
        return new DocumentCollection(
                type,
                byId.without(stored.id()),
                checks.without(stored.id()),
                keys.stream().map(key -> key.without(stored)).toList(),
                indexes.stream().map(index -> index.without(stored)).toList(),
                sets.stream().map(index -> index.without(stored)).toList());
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
        AccessPath path = path(query.where());
        Cursor after = request.after();
        List<Sort> keysOfOrder = query.order();
        Stream<Document> rows;
        if (after != null && path.isFullScan() && keysOfOrder.isEmpty()) {
            rows = RowStreams.stream(byId.ascending(id -> after.isBefore(List.of(), field -> null, id.toString())));
        } else {
            rows = path.rows()
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
        AccessPath path = path(query.where());
        Stream<Document> matching = path.rows().filter(query.where()::test);
        boolean inOrder = path.isFullScan() && query.order().isEmpty();
        return (inOrder ? matching : matching.sorted(order(query.order()))).map(type::withDeclaredFields);
    }

    /** Returns a superset of the documents that meet a condition. */
    Iterator<Document> candidates(Criteria where) {
        return path(where).rows().iterator();
    }

    private AccessPath path(Criteria where) {
        return AccessPath.choose(where, new AccessPath.Ways(byId, Iterables.concat(keys, indexes), sets));
    }

    private static Comparator<Document> order(List<Sort> keys) {
        Comparator<Document> byKeys = Sort.comparator(keys)::compare;
        return byKeys.thenComparing(Document::id, IdOrder.INSTANCE);
    }
}
