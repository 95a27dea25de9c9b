package dev.clientele.persistence.jdbc;

import dev.clientele.persistence.tck.StorageConformance;
import dev.clientele.persistence.tck.StorageFixture;

class PostgresConformanceTest extends StorageConformance {

    @Override
    protected StorageFixture fixture() {
        return new PostgresFixture();
    }
}
