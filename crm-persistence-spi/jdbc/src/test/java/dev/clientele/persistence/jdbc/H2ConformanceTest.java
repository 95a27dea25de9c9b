package dev.clientele.persistence.jdbc;

import dev.clientele.persistence.tck.StorageConformance;
import dev.clientele.persistence.tck.StorageFixture;

class H2ConformanceTest extends StorageConformance {

    @Override
    protected StorageFixture fixture() {
        return new H2Fixture();
    }
}
