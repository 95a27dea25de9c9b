package dev.clientele.persistence.tck.keyvalue;

import dev.clientele.persistence.tck.StorageConformance;
import dev.clientele.persistence.tck.StorageFixture;
import java.util.Set;

/** The key-value adapter without a fault keeps every rule, so what is caught in it is the fault. */
class KeyValueStorageTest extends StorageConformance {

    @Override
    protected StorageFixture fixture() {
        return new KeyValueFixture(Set.of());
    }
}
