package dev.clientele.persistence.memory;

import dev.clientele.persistence.ConflictException;
import dev.clientele.persistence.DuplicateKeyException;
import dev.clientele.persistence.HostTransaction;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A transaction that the host begins with {@link MemoryStorage#begin} and ends itself. Sessions of any tenants may join it;
 * what they write becomes visible, all together, when the host commits.
 *
 * <p>Not thread-safe: used by one thread at a time, as are the sessions in it.
 */
public final class MemoryTransaction implements HostTransaction, AutoCloseable {

    private final MemoryStorage storage;
    private final Map<TenantState, MemoryUnitOfWork> unitsOfWork = new LinkedHashMap<>();
    private boolean ended;

    MemoryTransaction(MemoryStorage storage) {
        this.storage = storage;
    }

    /**
     * Commits: makes everything that joined sessions wrote visible, or nothing of it. Either way the transaction has ended.
     *
     * @throws ConflictException if another transaction got in between
     * @throws DuplicateKeyException if a unique key turned out to be taken
     * @throws IllegalStateException if the transaction has ended, or the storage is closed
     */
    public void commit() {
        requireActive();
        ended = true;
        storage.commit(unitsOfWork.values());
    }

    /**
     * Rolls back: drops everything that joined sessions wrote.
     *
     * @throws IllegalStateException if the transaction has ended
     */
    public void rollback() {
        requireActive();
        ended = true;
    }

    /** Tells whether the host has neither committed nor rolled back. */
    public boolean isActive() {
        return !ended;
    }

    /** Rolls back unless the transaction has ended. */
    @Override
    public void close() {
        ended = true;
    }

    boolean isOf(MemoryStorage other) {
        return storage == other;
    }

    MemoryUnitOfWork unitOfWork(TenantState tenant) {
        requireActive();
        return unitsOfWork.computeIfAbsent(tenant, MemoryUnitOfWork::new);
    }

    void requireActive() {
        if (ended) {
            throw new IllegalStateException("the host's transaction has ended");
        }
    }
}
