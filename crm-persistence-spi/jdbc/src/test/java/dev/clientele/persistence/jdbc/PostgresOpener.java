package dev.clientele.persistence.jdbc;

import dev.clientele.persistence.Storage;
import dev.clientele.persistence.tck.StorageOpener;

/** Opens a database by its URL, in any process. */
public final class PostgresOpener implements StorageOpener {

    /** Used by the suites. */
    public PostgresOpener() {}

    @Override
    public Storage open(String place) {
        return PostgresStorage.builder(place).connections(2, 2).open();
    }
}
