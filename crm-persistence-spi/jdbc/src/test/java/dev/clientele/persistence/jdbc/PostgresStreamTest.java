package dev.clientele.persistence.jdbc;

import dev.clientele.persistence.tck.StorageOpener;
import dev.clientele.persistence.tck.StreamContract;
import org.junit.jupiter.api.AfterEach;

/** Scans of more than fits in memory. {@code -Dclientele.kit.rows=1000000} makes it the long one. */
class PostgresStreamTest extends StreamContract {

    private final String url = PostgresServer.newPlace();

    @AfterEach
    void drop() {
        PostgresServer.drop(url);
    }

    @Override
    protected Class<? extends StorageOpener> opener() {
        return PostgresOpener.class;
    }

    @Override
    protected String newPlace() {
        return url;
    }
}
