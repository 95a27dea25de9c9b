package dev.clientele.persistence.tck.memory;

import dev.clientele.persistence.Storage;
import dev.clientele.persistence.memory.MemoryStorage;
import dev.clientele.persistence.tck.Capability;
import dev.clientele.persistence.tck.StorageConformance;
import dev.clientele.persistence.tck.StorageFixture;
import java.util.EnumSet;
import java.util.Set;

/** The suites on a storage that leaves every criteria to the core and joins no host: it conforms too. */
class NarrowStorageTest extends StorageConformance {

    @Override
    protected StorageFixture fixture() {
        return new StorageFixture() {
            @Override
            public Storage open() {
                return new NarrowStorage(MemoryStorage.create());
            }

            @Override
            public Set<Capability> capabilities() {
                return EnumSet.of(Capability.CONCURRENT_WRITERS, Capability.KEY_SWAP);
            }

            @Override
            public void close() {}
        };
    }
}
