package dev.clientele.persistence.tck.keyvalue;

import dev.clientele.persistence.tck.StorageFixture;
import dev.clientele.persistence.tck.StorageProperties;
import java.util.Set;

/** The key-value adapter without a fault agrees with the models. */
class KeyValueStoragePropertyTest extends StorageProperties {

    @Override
    protected StorageFixture fixture() {
        return new KeyValueFixture(Set.of());
    }
}
