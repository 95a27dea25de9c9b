package dev.clientele.persistence.jdbc;

import dev.clientele.persistence.tck.StorageFixture;
import dev.clientele.persistence.tck.StorageProperties;

class H2ConformancePropertyTest extends StorageProperties {

    @Override
    protected StorageFixture fixture() {
        return new H2Fixture();
    }
}
