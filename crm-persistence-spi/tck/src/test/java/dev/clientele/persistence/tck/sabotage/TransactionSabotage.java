package dev.clientele.persistence.tck.sabotage;

import dev.clientele.persistence.Document;
import dev.clientele.persistence.HostTransaction;
import dev.clientele.persistence.LogEntry;
import dev.clientele.persistence.Position;
import dev.clientele.persistence.ResultPage;
import dev.clientele.persistence.Storage;
import dev.clientele.persistence.StorageException;
import dev.clientele.persistence.StorageSession;
import dev.clientele.persistence.TenantId;
import dev.clientele.persistence.Write;
import dev.clientele.persistence.criteria.Aggregation;
import dev.clientele.persistence.criteria.Group;
import dev.clientele.persistence.criteria.PageRequest;
import dev.clientele.persistence.criteria.Query;
import dev.clientele.persistence.memory.MemoryTransaction;
import dev.clientele.persistence.tck.ForwardingSession;
import dev.clientele.persistence.tck.ForwardingStorage;
import dev.clientele.persistence.tck.sabotage.Sabotage.BrokenSessions;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/** Adapters whose transactions leak, linger or are none. */
final class TransactionSabotage {

    private TransactionSabotage() {}

    static Stream<Sabotage> all() {
        return Stream.of(
                Sabotage.knowing("T2", "commits every batch at once", "Transactions", CommitsAtOnce::new),
                Sabotage.knowing("T3", "queries without its own writes", "Transactions", QueriesOthersOnly::new),
                Sabotage.sessions("T3", "follow shows what isn't committed", "Transactions", FollowsItself::new),
                Sabotage.sessions("T4", "commits on close", "Transactions", CommitsOnClose::new),
                Sabotage.storage("T6", "goes on after commit", "Transactions", GoesOn::new),
                Sabotage.storage("T6", "goes on after a failed write", "Transactions", GoesOnAfterFailure::new),
                Sabotage.sessions("T6", "fails on a second close", "Transactions", ClosesOnce::new),
                Sabotage.storage("T7", "writes through a read session", "Transactions", WritesThroughReaders::new),
                Sabotage.knowing("T9", "reads what is newest", "Transactions", ReadsNewest::new),
                Sabotage.storage("T8", "commits the host's transaction", "HostTransactions", CommitsHost::new),
                Sabotage.storage("T8", "rolls the host's transaction back", "HostTransactions", RollsHostBack::new),
                Sabotage.storage("T8", "writes past the host's transaction", "HostTransactions", PastHost::new),
                Sabotage.storage("T8", "joins whatever it is given", "HostTransactions", JoinsAnything::new));
    }

    private static final class CommitsAtOnce extends ForwardingSession {
        private final BrokenSessions storage;

        CommitsAtOnce(BrokenSessions storage, StorageSession inner) {
            super(inner);
            this.storage = storage;
        }

        @Override
        public void write(List<? extends Write> batch) {
            try (StorageSession other = storage.inner().write(tenant())) {
                other.write(batch);
                other.commit();
            }
        }
    }

    private static final class QueriesOthersOnly extends ForwardingSession {
        private final BrokenSessions storage;

        QueriesOthersOnly(BrokenSessions storage, StorageSession inner) {
            super(inner);
            this.storage = storage;
        }

        @Override
        public ResultPage<Document> page(Query query, PageRequest request) {
            return storage.fresh(tenant(), other -> other.page(query, request));
        }

        @Override
        public List<Group> aggregate(Aggregation aggregation) {
            return storage.fresh(tenant(), other -> other.aggregate(aggregation));
        }
    }

    private static final class FollowsItself extends ForwardingSession {
        private final List<LogEntry> own = new ArrayList<>();

        FollowsItself(StorageSession inner) {
            super(inner);
        }

        @Override
        public Set<String> append(String log, List<LogEntry> entries) {
            own.addAll(entries);
            return inner.append(log, entries);
        }

        @Override
        public List<LogEntry> follow(String log, Position after, int limit) {
            List<LogEntry> all = new ArrayList<>(inner.follow(log, after, limit));
            own.forEach(entry -> all.add(entry.atPosition(new Position(1, all.size()))));
            return all;
        }
    }

    private static final class CommitsOnClose extends ForwardingSession {
        CommitsOnClose(StorageSession inner) {
            super(inner);
        }

        @Override
        public void close() {
            try {
                inner.commit();
            } catch (StorageException | IllegalStateException e) {
                // nothing to commit
            }
            inner.close();
        }
    }

    /** A session that gets a new one under it when the old one is over. */
    private static class Renewing extends ForwardingSession {
        final Storage storage;
        StorageSession current;

        Renewing(Storage storage, StorageSession first) {
            super(first);
            this.storage = storage;
            this.current = first;
        }

        void renew() {
            current.close();
            current = storage.write(inner.tenant());
        }

        @Override
        public List<Document> findAll(String type, Collection<UUID> ids) {
            return current.findAll(type, ids);
        }

        @Override
        public void write(List<? extends Write> batch) {
            current.write(batch);
        }

        @Override
        public void commit() {
            current.commit();
        }

        @Override
        public void close() {
            current.close();
        }
    }

    private static final class GoesOn extends ForwardingStorage {
        GoesOn(Storage inner) {
            super(inner);
        }

        @Override
        public StorageSession write(TenantId tenant) {
            return new Renewing(inner, inner.write(tenant)) {
                @Override
                public void commit() {
                    super.commit();
                    renew();
                }
            };
        }
    }

    private static final class GoesOnAfterFailure extends ForwardingStorage {
        GoesOnAfterFailure(Storage inner) {
            super(inner);
        }

        @Override
        public StorageSession write(TenantId tenant) {
            return new Renewing(inner, inner.write(tenant)) {
                @Override
                public void write(List<? extends Write> batch) {
                    try {
                        super.write(batch);
                    } catch (StorageException e) {
                        renew();
                        throw e;
                    }
                }
            };
        }
    }

    private static final class ClosesOnce extends ForwardingSession {
        private boolean closed;

        ClosesOnce(StorageSession inner) {
            super(inner);
        }

        @Override
        public void close() {
            inner.close();
            if (closed) {
                throw new IllegalStateException("closed already");
            }
            closed = true;
        }
    }

    private static final class WritesThroughReaders extends ForwardingStorage {
        WritesThroughReaders(Storage inner) {
            super(inner);
        }

        @Override
        public StorageSession read(TenantId tenant) {
            return inner.write(tenant);
        }
    }

    private static final class ReadsNewest extends ForwardingSession {
        private final BrokenSessions storage;

        ReadsNewest(BrokenSessions storage, StorageSession inner) {
            super(inner);
            this.storage = storage;
        }

        @Override
        public ResultPage<Document> page(Query query, PageRequest request) {
            return storage.fresh(tenant(), other -> other.page(query, request));
        }
    }

    private static final class CommitsHost extends ForwardingStorage {
        CommitsHost(Storage inner) {
            super(inner);
        }

        @Override
        public StorageSession join(TenantId tenant, HostTransaction host) {
            return new ForwardingSession(inner.join(tenant, host)) {
                @Override
                public void commit() {
                    inner.commit();
                    ((MemoryTransaction) host).commit();
                }
            };
        }
    }

    private static final class RollsHostBack extends ForwardingStorage {
        RollsHostBack(Storage inner) {
            super(inner);
        }

        @Override
        public StorageSession join(TenantId tenant, HostTransaction host) {
            return new ForwardingSession(inner.join(tenant, host)) {
                @Override
                public void write(List<? extends Write> batch) {
                    try {
                        inner.write(batch);
                    } catch (StorageException e) {
                        ((MemoryTransaction) host).rollback();
                        throw e;
                    }
                }
            };
        }
    }

    private static final class PastHost extends ForwardingStorage {
        PastHost(Storage inner) {
            super(inner);
        }

        @Override
        public StorageSession join(TenantId tenant, HostTransaction host) {
            return host instanceof MemoryTransaction ? inner.write(tenant) : inner.join(tenant, host);
        }
    }

    private static final class JoinsAnything extends ForwardingStorage {
        JoinsAnything(Storage inner) {
            super(inner);
        }

        @Override
        public StorageSession join(TenantId tenant, HostTransaction host) {
            return host instanceof MemoryTransaction ? inner.join(tenant, host) : inner.write(tenant);
        }
    }
}
