package dev.clientele.persistence.jdbc;

import dev.clientele.persistence.tck.StorageFixture;
import dev.clientele.persistence.tck.StorageProperties;

class PostgresConformancePropertyTest extends StorageProperties {

    @Override
    protected StorageFixture fixture() {
        return new PostgresFixture();
    }
}
