package dev.clientele.persistence.jdbc;

import dev.clientele.persistence.Storage;
import dev.clientele.persistence.tck.StorageOpener;
import java.nio.file.Path;

/** Opens a file by its path, in any process. */
public final class SqliteOpener implements StorageOpener {

    /** Used by the suites. */
    public SqliteOpener() {}

    @Override
    public Storage open(String place) {
        return SqliteStorage.open(Path.of(place));
    }
}
