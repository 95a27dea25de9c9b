package dev.clientele.persistence.tck.memory;

import dev.clientele.persistence.Storage;
import dev.clientele.persistence.memory.MemoryStorage;
import dev.clientele.persistence.tck.Capability;
import dev.clientele.persistence.tck.ReopeningContract;
import dev.clientele.persistence.tck.StorageFixture;
import java.util.EnumSet;
import java.util.Set;

/** The reopening suite on memory that outlives its storages, so that the suite itself is tried without a database. */
class ReopenedMemoryTest extends ReopeningContract {

    @Override
    protected StorageFixture fixture() {
        MemoryStorage database = MemoryStorage.create();
        return new StorageFixture() {
            @Override
            public Storage open() {
                return new Reopened(database);
            }

            @Override
            public Set<Capability> capabilities() {
                return EnumSet.of(Capability.REOPENING);
            }

            @Override
            public void close() {
                database.close();
            }
        };
    }
}
