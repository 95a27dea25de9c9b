package dev.clientele.persistence.tck.memory;

import dev.clientele.persistence.tck.StorageFixture;
import dev.clientele.persistence.tck.StorageProperties;

/** The adapter in memory against the contract's properties. */
class MemoryStoragePropertyTest extends StorageProperties {

    @Override
    protected StorageFixture fixture() {
        return new MemoryFixture();
    }
}
