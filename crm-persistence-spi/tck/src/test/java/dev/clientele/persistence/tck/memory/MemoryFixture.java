package dev.clientele.persistence.tck.memory;

import dev.clientele.persistence.Storage;
import dev.clientele.persistence.memory.MemoryStorage;
import dev.clientele.persistence.tck.Capability;
import dev.clientele.persistence.tck.HostTransactionHandle;
import dev.clientele.persistence.tck.StorageFixture;
import java.util.EnumSet;
import java.util.Set;

/** The adapter in memory under test. */
final class MemoryFixture implements StorageFixture {

    @Override
    public Storage open() {
        return MemoryStorage.create();
    }

    @Override
    public Set<Capability> capabilities() {
        return EnumSet.of(Capability.HOST_TRANSACTIONS, Capability.CONCURRENT_WRITERS, Capability.KEY_SWAP);
    }

    @Override
    public HostTransactionHandle beginHost(Storage storage) {
        return new MemoryHost(((MemoryStorage) storage).begin());
    }

    @Override
    public void close() {}
}
