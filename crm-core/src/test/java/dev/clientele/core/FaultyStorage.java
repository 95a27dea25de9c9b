package dev.clientele.core;

import dev.clientele.persistence.ComputedValues;
import dev.clientele.persistence.Document;
import dev.clientele.persistence.HostTransaction;
import dev.clientele.persistence.LogEntry;
import dev.clientele.persistence.LogQuery;
import dev.clientele.persistence.Migration;
import dev.clientele.persistence.Position;
import dev.clientele.persistence.Pruning;
import dev.clientele.persistence.Redaction;
import dev.clientele.persistence.ResultPage;
import dev.clientele.persistence.Schema;
import dev.clientele.persistence.Storage;
import dev.clientele.persistence.StorageSession;
import dev.clientele.persistence.TenantId;
import dev.clientele.persistence.Write;
import dev.clientele.persistence.criteria.Aggregation;
import dev.clientele.persistence.criteria.Criteria;
import dev.clientele.persistence.criteria.Group;
import dev.clientele.persistence.criteria.PageRequest;
import dev.clientele.persistence.criteria.Query;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.NavigableSet;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A storage that fails as it is told to. */
final class FaultyStorage implements Storage {

    /** What the next commits throw instead of committing. */
    final Deque<RuntimeException> onCommit = new ArrayDeque<>();

    /** What the next readings of a log by position throw. */
    final Deque<RuntimeException> onFollow = new ArrayDeque<>();

    /** What a scan throws after its first row. */
    final Deque<RuntimeException> inScan = new ArrayDeque<>();

    /** What the next openings of a session that writes throw. */
    final Deque<RuntimeException> onOpen = new ArrayDeque<>();

    /** The patience that each opening of a session that writes was given. */
    final List<Duration> patiences = new ArrayList<>();

    /** Names of the tenants for which something was committed. */
    private final NavigableSet<String> committed = new ConcurrentSkipListSet<>();

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
    public StorageSession readAutoCommit(TenantId tenant) {
        return new Session(storage.readAutoCommit(tenant));
    }

    @Override
    public StorageSession write(TenantId tenant, Duration patience) {
        patiences.add(patience);
        fail(onOpen);
        return new Session(storage.write(tenant, patience));
    }

    @Override
    public List<TenantId> tenants(@Nullable TenantId after, int limit) {
        return committed.tailSet(after == null ? "" : after.value(), after == null).stream()
                .limit(limit)
                .map(TenantId::of)
                .toList();
    }

    @Override
    public boolean supports(Criteria atom) {
        return storage.supports(atom);
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
        public List<Document> findForUpdate(String type, Collection<UUID> ids) {
            return session.findForUpdate(type, ids);
        }

        @Override
        public Set<UUID> compute(String type, Set<String> fields, List<ComputedValues> rows) {
            return session.compute(type, fields, rows);
        }

        @Override
        public int prune(Pruning pruning) {
            return session.prune(pruning);
        }

        @Override
        public Set<String> redact(String log, List<Redaction> redactions) {
            return session.redact(log, redactions);
        }

        @Override
        public void commit() {
            fail(onCommit);
            session.commit();
            committed.add(session.tenant().value());
        }

        @Override
        public void close() {
            session.close();
        }
    }
}
