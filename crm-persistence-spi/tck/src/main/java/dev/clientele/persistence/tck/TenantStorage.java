package dev.clientele.persistence.tck;

import dev.clientele.persistence.ComputedValues;
import dev.clientele.persistence.Document;
import dev.clientele.persistence.LogEntry;
import dev.clientele.persistence.LogQuery;
import dev.clientele.persistence.Position;
import dev.clientele.persistence.Pruning;
import dev.clientele.persistence.Redaction;
import dev.clientele.persistence.ResultPage;
import dev.clientele.persistence.Storage;
import dev.clientele.persistence.StorageSession;
import dev.clientele.persistence.TenantId;
import dev.clientele.persistence.Write;
import dev.clientele.persistence.criteria.Aggregation;
import dev.clientele.persistence.criteria.Aggregator;
import dev.clientele.persistence.criteria.Criteria;
import dev.clientele.persistence.criteria.Cursor;
import dev.clientele.persistence.criteria.Group;
import dev.clientele.persistence.criteria.PageRequest;
import dev.clientele.persistence.criteria.Query;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The storage of one tenant, each call a transaction of its own. What an adapter says it can't push down is never
 * sent to it, but evaluated here, as the core does.
 */
record TenantStorage(Storage storage, TenantId tenant) {

    <T> T read(Function<StorageSession, T> question) {
        try (StorageSession session = storage.read(tenant)) {
            return question.apply(session);
        }
    }

    void transact(Consumer<StorageSession> steps) {
        try (StorageSession session = storage.write(tenant)) {
            steps.accept(session);
            session.commit();
        }
    }

    void write(Write... batch) {
        transact(session -> session.write(List.of(batch)));
    }

    void insert(Document... documents) {
        insert(List.of(documents));
    }

    void insert(List<Document> documents) {
        transact(session -> session.write(inserts(documents)));
    }

    static List<Write> inserts(List<Document> documents) {
        List<Write> batch = new ArrayList<>();
        documents.forEach(document -> batch.add(new Write.Insert(document)));
        return batch;
    }

    Set<String> append(String log, LogEntry... entries) {
        try (StorageSession session = storage.write(tenant)) {
            Set<String> leftOut = session.append(log, List.of(entries));
            session.commit();
            return leftOut;
        }
    }

    Set<UUID> compute(Set<String> fields, ComputedValues... rows) {
        try (StorageSession session = storage.write(tenant)) {
            Set<UUID> leftOut = session.compute(SampleSchema.DEAL, fields, List.of(rows));
            session.commit();
            return leftOut;
        }
    }

    int prune(Pruning pruning) {
        try (StorageSession session = storage.write(tenant)) {
            int removed = session.prune(pruning);
            session.commit();
            return removed;
        }
    }

    Set<String> redact(String log, Redaction... redactions) {
        try (StorageSession session = storage.write(tenant)) {
            Set<String> leftOut = session.redact(log, List.of(redactions));
            session.commit();
            return leftOut;
        }
    }

    Optional<Document> find(Document like) {
        return find(like.type(), like.id());
    }

    Optional<Document> find(String type, UUID id) {
        return read(session -> session.find(type, id));
    }

    List<Document> findAll(String type, Collection<UUID> ids) {
        return read(session -> session.findAll(type, ids));
    }

    List<LogEntry> follow(String log, Position after, int limit) {
        return read(session -> session.follow(log, after, limit));
    }

    /** Tells whether an adapter takes all of a criteria. */
    boolean pushesDown(Criteria criteria) {
        return CriteriaAtoms.of(criteria).allMatch(storage::supports);
    }

    List<Document> scan(Query query) {
        if (!pushesDown(query.where())) {
            Query all = new Query(query.source(), Criteria.always(), query.order());
            Criteria where = SampleSchema.checked(query).where();
            return scan(all).stream().filter(where::test).toList();
        }
        return read(session -> {
            try (Stream<Document> rows = session.scan(query)) {
                return rows.toList();
            }
        });
    }

    List<LogEntry> scan(LogQuery query) {
        if (!pushesDown(query.where())) {
            LogQuery all = new LogQuery(query.log(), query.subject(), Criteria.always(), query.direction());
            return scan(all).stream().filter(query.where()::test).toList();
        }
        return read(session -> {
            try (Stream<LogEntry> rows = session.scan(query)) {
                return rows.toList();
            }
        });
    }

    List<Document> where(String type, Criteria where) {
        return scan(Query.where(type, where));
    }

    long count(String source) {
        return read(session -> session.aggregate(Aggregation.count(source, Criteria.always())))
                .get(0)
                .count(0);
    }

    List<Group> aggregate(Aggregation aggregation) {
        if (!pushesDown(aggregation.where())) {
            Aggregator tally = new Aggregator(aggregation);
            scan(Query.where(aggregation.source(), aggregation.where())).forEach(tally::add);
            return tally.groups();
        }
        return read(session -> session.aggregate(aggregation));
    }

    /** Reads all pages of a query, each in a session of its own. */
    List<ResultPage<Document>> pages(Query query, int limit) {
        if (!pushesDown(query.where())) {
            return List.of(new ResultPage<>(scan(query), null));
        }
        return pages(limit, (session, request) -> session.page(query, request));
    }

    List<ResultPage<LogEntry>> pages(LogQuery query, int limit) {
        return pages(limit, (session, request) -> session.page(query, request));
    }

    private <T> List<ResultPage<T>> pages(int limit, PageCall<T> turner) {
        List<ResultPage<T>> pages = new ArrayList<>();
        @Nullable Cursor after = null;
        do {
            PageRequest request = new PageRequest(after, limit);
            ResultPage<T> page = read(session -> turner.call(session, request));
            pages.add(page);
            after = page.next();
        } while (after != null && pages.size() < 10_000);
        return pages;
    }

    static <T> List<T> items(List<ResultPage<T>> pages) {
        return pages.stream().flatMap(page -> page.items().stream()).toList();
    }

    private interface PageCall<T> {
        ResultPage<T> call(StorageSession session, PageRequest request);
    }
}
