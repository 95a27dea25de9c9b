package dev.clientele.persistence.tck.memory;

import dev.clientele.persistence.memory.MemoryTransaction;
import dev.clientele.persistence.tck.HostTransactionHandle;

/** A host with a transaction in memory. */
public record MemoryHost(MemoryTransaction transaction) implements HostTransactionHandle {

    @Override
    public void commit() {
        transaction.commit();
    }

    @Override
    public void rollback() {
        transaction.rollback();
    }

    @Override
    public boolean isIntact() {
        return transaction.isActive();
    }

    @Override
    public void close() {
        transaction.close();
    }
}
