package dev.clientele.persistence.tck.sabotage;

import dev.clientele.persistence.Document;
import dev.clientele.persistence.LogEntry;
import dev.clientele.persistence.Position;
import dev.clientele.persistence.Storage;
import dev.clientele.persistence.StorageSession;
import dev.clientele.persistence.TenantId;
import dev.clientele.persistence.Write;
import dev.clientele.persistence.tck.ForwardingSession;
import dev.clientele.persistence.tck.ForwardingStorage;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Gives entries positions in the order in which their transactions began, as a database server does that numbers transactions when
 * they first write. A transaction reads what is committed when it first looks at a document, not when it begins.
 */
final class NumbersByBeginning extends ForwardingStorage {

    private final AtomicLong transactions = new AtomicLong();
    private final AtomicLong entries = new AtomicLong();
    private final Map<String, Position> positions = new ConcurrentHashMap<>();

    NumbersByBeginning(Storage inner) {
        super(inner);
    }

    @Override
    public StorageSession read(TenantId tenant) {
        return new Numbered(inner.read(tenant));
    }

    @Override
    public StorageSession write(TenantId tenant) {
        return new Beginning(tenant, transactions.incrementAndGet());
    }

    private List<LogEntry> numbered(TenantId tenant, String log, List<LogEntry> all, Position after, int limit) {
        return all.stream()
                .map(entry -> entry.atPosition(positions.getOrDefault(key(tenant, log, entry), Position.START)))
                .filter(entry -> entry.position().compareTo(after) > 0)
                .sorted(Comparator.comparing(LogEntry::position))
                .limit(limit)
                .toList();
    }

    private static String key(TenantId tenant, String log, LogEntry entry) {
        return tenant + " " + log + " " + entry.key();
    }

    private final class Numbered extends ForwardingSession {
        Numbered(StorageSession inner) {
            super(inner);
        }

        @Override
        public List<LogEntry> follow(String log, Position after, int limit) {
            return numbered(tenant(), log, inner.follow(log, Position.START, 10_000), after, limit);
        }
    }

    /** A session that looks at the database no sooner than at a document. */
    private final class Beginning extends ForwardingSession {
        private final Map<String, List<LogEntry>> early = new LinkedHashMap<>();
        private final TenantId tenant;
        private final long number;
        private StorageSession opened;

        Beginning(TenantId tenant, long number) {
            super(NumbersByBeginning.this.inner.write(tenant));
            this.tenant = tenant;
            this.number = number;
        }

        private StorageSession opened() {
            if (opened == null) {
                inner.close();
                opened = NumbersByBeginning.this.inner.write(tenant);
                early.forEach(opened::append);
            }
            return opened;
        }

        @Override
        public List<Document> findAll(String type, Collection<UUID> ids) {
            return opened().findAll(type, ids);
        }

        @Override
        public void write(List<? extends Write> batch) {
            opened().write(batch);
        }

        @Override
        public Set<String> append(String log, List<LogEntry> entriesOfLog) {
            entriesOfLog.forEach(
                    entry -> positions.put(key(tenant, log, entry), new Position(number, entries.incrementAndGet())));
            if (opened == null) {
                early.put(log, entriesOfLog);
                return Set.of();
            }
            return opened.append(log, entriesOfLog);
        }

        @Override
        public void commit() {
            opened().commit();
        }

        @Override
        public void close() {
            inner.close();
            if (opened != null) {
                opened.close();
            }
        }
    }
}
