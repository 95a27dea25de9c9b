package dev.clientele.persistence.tck.sabotage;

import dev.clientele.persistence.Storage;
import dev.clientele.persistence.memory.MemoryStorage;
import dev.clientele.persistence.tck.Capability;
import dev.clientele.persistence.tck.HostTransactionHandle;
import dev.clientele.persistence.tck.StorageConformance;
import dev.clientele.persistence.tck.StorageFixture;
import dev.clientele.persistence.tck.memory.MemoryHost;
import dev.clientele.persistence.tck.memory.Reopened;
import java.util.EnumSet;
import java.util.Set;

/** The suites on a broken adapter. Run by {@link SabotageTest} only, one at a time. */
class Sabotaged extends StorageConformance {

    static volatile Sabotage current;

    @Override
    protected StorageFixture fixture() {
        MemoryStorage sound = MemoryStorage.create();
        Sabotage sabotage = current;
        boolean reopens = sabotage.suite().equals(ReopeningSabotage.SUITE);
        return new StorageFixture() {
            @Override
            public Storage open() {
                return sabotage.breaks().apply(reopens ? new Reopened(sound) : sound);
            }

            @Override
            public Set<Capability> capabilities() {
                return reopens
                        ? EnumSet.of(Capability.REOPENING)
                        : EnumSet.of(Capability.HOST_TRANSACTIONS, Capability.CONCURRENT_WRITERS, Capability.KEY_SWAP);
            }

            @Override
            public HostTransactionHandle beginHost(Storage storage) {
                return new MemoryHost(sound.begin());
            }

            @Override
            public void close() {
                sound.close();
            }
        };
    }
}
