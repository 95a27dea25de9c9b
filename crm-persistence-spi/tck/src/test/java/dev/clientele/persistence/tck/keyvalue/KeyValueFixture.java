package dev.clientele.persistence.tck.keyvalue;

import dev.clientele.persistence.Storage;
import dev.clientele.persistence.tck.Capability;
import dev.clientele.persistence.tck.StorageFixture;
import java.util.EnumSet;
import java.util.Set;

/** A database of rows under test. */
final class KeyValueFixture implements StorageFixture {

    private final KeyValueDatabase database;

    KeyValueFixture(Set<Fault> faults) {
        this.database = new KeyValueDatabase(faults);
    }

    @Override
    public Storage open() {
        return new KeyValueStorage(database);
    }

    @Override
    public Set<Capability> capabilities() {
        return EnumSet.of(Capability.REOPENING, Capability.CONCURRENT_STORAGES, Capability.KEY_SWAP);
    }

    @Override
    public void close() {}
}
