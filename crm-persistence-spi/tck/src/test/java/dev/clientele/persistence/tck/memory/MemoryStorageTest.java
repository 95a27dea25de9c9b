package dev.clientele.persistence.tck.memory;

import dev.clientele.persistence.tck.StorageConformance;
import dev.clientele.persistence.tck.StorageFixture;

/** The adapter in memory against the contract. */
class MemoryStorageTest extends StorageConformance {

    @Override
    protected StorageFixture fixture() {
        return new MemoryFixture();
    }
}
