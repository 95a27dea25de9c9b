package dev.clientele.persistence.tck.sabotage;

import dev.clientele.persistence.Document;
import dev.clientele.persistence.ResultPage;
import dev.clientele.persistence.StorageSession;
import dev.clientele.persistence.criteria.AllOf;
import dev.clientele.persistence.criteria.AnyOf;
import dev.clientele.persistence.criteria.Comparison;
import dev.clientele.persistence.criteria.Criteria;
import dev.clientele.persistence.criteria.Cursor;
import dev.clientele.persistence.criteria.FieldReader;
import dev.clientele.persistence.criteria.Not;
import dev.clientele.persistence.criteria.PageRequest;
import dev.clientele.persistence.criteria.Query;
import dev.clientele.persistence.criteria.Sort;
import dev.clientele.persistence.criteria.ValueOrder;
import dev.clientele.persistence.tck.ForwardingSession;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A session that answers queries itself from all documents, so that each part of answering can be broken. */
class Scanning extends ForwardingSession {

    Scanning(StorageSession inner) {
        super(inner);
    }

    /** Whether a record meets a criteria. */
    boolean meets(Criteria criteria, FieldReader record) {
        if (criteria instanceof AllOf all) {
            return all.criteria().stream().allMatch(part -> meets(part, record));
        } else if (criteria instanceof AnyOf any) {
            return any.criteria().stream().anyMatch(part -> meets(part, record));
        } else if (criteria instanceof Not not) {
            return !meets(not.criteria(), record);
        }
        return atom(canonical(criteria), record);
    }

    /** Constants come as they were given, so what the storage would do with them is done here. */
    private static Criteria canonical(Criteria atom) {
        return atom instanceof Comparison comparison && comparison.value() instanceof Instant instant
                ? new Comparison(comparison.field(), comparison.operator(), instant.truncatedTo(ChronoUnit.MICROS))
                : atom;
    }

    boolean atom(Criteria atom, FieldReader record) {
        return atom.test(record);
    }

    Comparator<Document> order(List<Sort> keys) {
        Comparator<Document> byKeys = Sort.comparator(keys)::compare;
        return byKeys.thenComparing(row -> row.id().toString(), ValueOrder.TEXT);
    }

    boolean isAfter(Cursor cursor, List<Sort> keys, Document row) {
        return cursor.isBefore(keys, row, row.id().toString());
    }

    ResultPage<Document> page(List<Document> rest, Query query, PageRequest request) {
        boolean more = rest.size() > request.limit();
        List<Document> items = more ? rest.subList(0, request.limit()) : rest;
        return new ResultPage<>(items, more ? cursor(query, items.get(items.size() - 1)) : null);
    }

    static Cursor cursor(Query query, Document last) {
        return Cursor.of(query.order(), last, last.id().toString());
    }

    final List<Document> sorted(Query query) {
        try (Stream<Document> rows = inner.scan(Query.all(query.source()))) {
            return rows.filter(row -> meets(query.where(), row))
                    .sorted(order(query.order()))
                    .toList();
        }
    }

    @Override
    public ResultPage<Document> page(Query query, PageRequest request) {
        inner.page(query, request);
        Cursor after = request.after();
        List<Document> rest = sorted(query).stream()
                .filter(row -> after == null || isAfter(after, query.order(), row))
                .toList();
        return page(rest, query, request);
    }

    @Override
    public Stream<Document> scan(Query query) {
        inner.page(query, PageRequest.first(1));
        return sorted(query).stream();
    }
}
