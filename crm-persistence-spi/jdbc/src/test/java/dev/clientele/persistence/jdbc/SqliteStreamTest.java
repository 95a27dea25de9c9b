package dev.clientele.persistence.jdbc;

import dev.clientele.persistence.tck.StorageOpener;
import dev.clientele.persistence.tck.StreamContract;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

/** Scans of more than fits in memory. {@code -Dclientele.kit.rows=1000000} makes it the long one. */
class SqliteStreamTest extends StreamContract {

    @TempDir
    private Path folder;

    @Override
    protected Class<? extends StorageOpener> opener() {
        return SqliteOpener.class;
    }

    @Override
    protected String newPlace() {
        return folder.resolve("crm").toString();
    }
}
