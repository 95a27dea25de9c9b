package dev.clientele.persistence.memory;

import dev.clientele.persistence.HostTransaction;
import dev.clientele.persistence.Migration;
import dev.clientele.persistence.Position;
import dev.clientele.persistence.Schema;
import dev.clientele.persistence.Storage;
import dev.clientele.persistence.StorageSession;
import dev.clientele.persistence.TenantId;
import dev.clientele.persistence.UnsupportedException;
import dev.clientele.persistence.criteria.PageRequest;
import dev.clientele.persistence.criteria.ValueOrder;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Documents and logs in memory, for tests, for trying things out, and as the reference that other adapters are compared
 * with. What it holds is lost with it.
 *
 * <p>Transactions are isolated by snapshot: a session sees what was committed when it was opened, and its own writes. Commit
 * checks the versions, unique keys and log keys that the session relied on against what is committed by then and throws if
 * one doesn't hold; no session ever waits for another's. Unique keys are judged on the state after a whole batch, so two
 * documents can swap values in one. Answers, their order and the positions of log entries (first part 0, second part
 * counted over the whole storage) depend on nothing but the calls.
 *
 * <p>Transactions commit one at a time, under one lock, where their versions are checked and their entries get positions. So
 * what a transaction appends has positions after all that was committed before, and whoever wrote an earlier version of a
 * document had committed before (rule L8).
 *
 * <p>Finding by id, by key and by declared index, that of a text set included, costs O(log n), reading a log by subject, time or position O(log n) and
 * what it gives; any other query looks at every document of its type.
 *
 * <p>Thread-safe. {@link #migration} gives steps without statements, since there is no language to write them in.
 */
public final class MemoryStorage implements Storage {

    private final Object lock = new Object();
    private final Map<TenantId, TenantState> tenants = new ConcurrentHashMap<>();
    private long lastPosition;
    private volatile SchemaCatalog catalog = SchemaCatalog.EMPTY;
    private volatile boolean prepared;
    private volatile boolean closed;

    private MemoryStorage() {}

    /** Returns a new, empty storage. */
    public static MemoryStorage create() {
        return new MemoryStorage();
    }

    @Override
    public Migration migration(Schema schema) {
        requireOpen();
        return new MemoryMigration(this, schema, SchemaDiff.steps(catalog, schema));
    }

    @Override
    public Optional<Schema> schema() {
        return prepared ? Optional.of(catalog.declared()) : Optional.empty();
    }

    @Override
    public StorageSession read(TenantId tenant) {
        return MemorySession.reading(this, new MemoryUnitOfWork(tenant(tenant)));
    }

    @Override
    public StorageSession write(TenantId tenant) {
        return MemorySession.writing(this, new MemoryUnitOfWork(tenant(tenant)));
    }

    /**
     * Opens a session inside a transaction from {@link #begin}. Sessions of one tenant that join the same transaction see
     * each other's writes. Closing the session without commit takes nothing back: what it wrote belongs to the host's
     * transaction.
     *
     * @throws UnsupportedException if the transaction is of another kind or of another storage
     * @throws IllegalStateException if the transaction has ended
     */
    @Override
    public StorageSession join(TenantId tenant, HostTransaction host) {
        if (host instanceof MemoryTransaction transaction && transaction.isOf(this)) {
            return MemorySession.joined(this, transaction.unitOfWork(tenant(tenant)), transaction);
        }
        throw new UnsupportedException("a session in memory joins a MemoryTransaction of its own storage only", null);
    }

    @Override
    public List<TenantId> tenants(@Nullable TenantId after, int limit) {
        requirePrepared();
        return tenants.values().stream()
                .filter(TenantState::isUsed)
                .map(TenantState::id)
                .filter(tenant -> after == null || ValueOrder.TEXT.compare(tenant.value(), after.value()) > 0)
                .sorted(Comparator.comparing(TenantId::value, ValueOrder.TEXT))
                .limit(PageRequest.first(limit).limit())
                .toList();
    }

    /** Begins a transaction that the caller commits or rolls back, for sessions to {@link #join}. */
    public MemoryTransaction begin() {
        requirePrepared();
        return new MemoryTransaction(this);
    }

    @Override
    public void close() {
        closed = true;
    }

    /** Brings every tenant's contents to a schema, or throws and changes nothing. */
    void prepare(Schema schema) {
        synchronized (lock) {
            requireOpen();
            if (!prepared || !catalog.declared().equals(schema)) {
                SchemaDiff.steps(catalog, schema);
                SchemaCatalog later = catalog.migratedTo(schema);
                Map<TenantState, TenantSnapshot> laterContents = new LinkedHashMap<>();
                tenants.values()
                        .forEach(tenant ->
                                laterContents.put(tenant, tenant.contents().migratedTo(later)));
                laterContents.forEach(TenantState::publishMigrated);
                catalog = later;
                prepared = true;
            }
        }
    }

    /** Lists what is held beyond a schema. */
    List<Migration.Retained> retained(Schema schema) {
        synchronized (lock) {
            requireOpen();
            List<TenantSnapshot> contents =
                    tenants.values().stream().map(TenantState::contents).toList();
            return RetainedParts.list(catalog, schema, contents);
        }
    }

    /** Commits pieces of work as one, or throws and changes nothing. */
    void commit(Collection<MemoryUnitOfWork> works) {
        synchronized (lock) {
            requireOpen();
            List<TenantSnapshot> next = new ArrayList<>();
            for (MemoryUnitOfWork work : works) {
                next.add(work.prepare());
            }
            int index = 0;
            for (MemoryUnitOfWork work : works) {
                work.publish(next.get(index++), () -> new Position(0, ++lastPosition));
            }
        }
    }

    void requireOpen() {
        if (closed) {
            throw new IllegalStateException("the storage is closed");
        }
    }

    private void requirePrepared() {
        requireOpen();
        if (!prepared) {
            throw new IllegalStateException("the storage has no schema yet: apply or validate a migration first");
        }
    }

    private TenantState tenant(TenantId id) {
        requirePrepared();
        TenantState known = tenants.get(id);
        if (known != null) {
            return known;
        }
        synchronized (lock) {
            return tenants.computeIfAbsent(id, any -> new TenantState(id, TenantSnapshot.empty(catalog)));
        }
    }
}
