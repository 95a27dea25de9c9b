package dev.clientele.core;

import dev.clientele.persistence.Document;
import dev.clientele.persistence.HostTransaction;
import dev.clientele.persistence.LogEntry;
import dev.clientele.persistence.LogQuery;
import dev.clientele.persistence.Migration;
import dev.clientele.persistence.Position;
import dev.clientele.persistence.ResultPage;
import dev.clientele.persistence.Schema;
import dev.clientele.persistence.Storage;
import dev.clientele.persistence.StorageSession;
import dev.clientele.persistence.TenantId;
import dev.clientele.persistence.Write;
import dev.clientele.persistence.criteria.Aggregation;
import dev.clientele.persistence.criteria.Group;
import dev.clientele.persistence.criteria.PageRequest;
import dev.clientele.persistence.criteria.Query;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/** A storage that fails as it is told to. */
final class FaultyStorage implements Storage {

    /** What the next commits throw instead of committing. */
    final Deque<RuntimeException> onCommit = new ArrayDeque<>();

    /** What the next readings of a log by position throw. */
    final Deque<RuntimeException> onFollow = new ArrayDeque<>();

    /** What a scan throws after its first row. */
    final Deque<RuntimeException> inScan = new ArrayDeque<>();

    private final Storage storage;

    FaultyStorage(Storage storage) {
        this.storage = storage;
    }

    @Override
    public Migration migration(Schema schema) {
        return storage.migration(schema);
    }

    @Override
    public StorageSession read(TenantId tenant) {
        return new Session(storage.read(tenant));
    }

    @Override
    public StorageSession write(TenantId tenant) {
        return new Session(storage.write(tenant));
    }

    @Override
    public StorageSession join(TenantId tenant, HostTransaction host) {
        return new Session(storage.join(tenant, host));
    }

    @Override
    public void close() {
        storage.close();
    }

    private static void fail(Deque<RuntimeException> failures) {
        RuntimeException failure = failures.poll();
        if (failure != null) {
            throw failure;
        }
    }

    private final class Session implements StorageSession {

        private final StorageSession session;

        Session(StorageSession session) {
            this.session = session;
        }

        @Override
        public TenantId tenant() {
            return session.tenant();
        }

        @Override
        public List<Document> findAll(String type, Collection<UUID> ids) {
            return session.findAll(type, ids);
        }

        @Override
        public ResultPage<Document> page(Query query, PageRequest request) {
            return session.page(query, request);
        }

        @Override
        public Stream<Document> scan(Query query) {
            int[] rows = new int[1];
            return session.scan(query).peek(row -> {
                if (rows[0]++ > 0) {
                    fail(inScan);
                }
            });
        }

        @Override
        public List<Group> aggregate(Aggregation aggregation) {
            return session.aggregate(aggregation);
        }

        @Override
        public void write(List<? extends Write> batch) {
            session.write(batch);
        }

        @Override
        public Set<String> append(String log, List<LogEntry> entries) {
            return session.append(log, entries);
        }

        @Override
        public ResultPage<LogEntry> page(LogQuery query, PageRequest request) {
            return session.page(query, request);
        }

        @Override
        public Stream<LogEntry> scan(LogQuery query) {
            return session.scan(query);
        }

        @Override
        public List<LogEntry> follow(String log, Position after, int limit) {
            fail(onFollow);
            return session.follow(log, after, limit);
        }

        @Override
        public void commit() {
            fail(onCommit);
            session.commit();
        }

        @Override
        public void close() {
            session.close();
        }
    }
}
