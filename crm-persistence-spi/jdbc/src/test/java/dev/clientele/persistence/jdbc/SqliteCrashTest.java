package dev.clientele.persistence.jdbc;

import dev.clientele.persistence.tck.CrashContract;
import dev.clientele.persistence.tck.StorageOpener;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

/** Kills the process that has a file open. {@code -Dclientele.kit.kills=100} makes it the long one. */
class SqliteCrashTest extends CrashContract {

    @TempDir
    private Path folder;

    private int places;

    @Override
    protected Class<? extends StorageOpener> opener() {
        return SqliteOpener.class;
    }

    @Override
    protected String newPlace() {
        return folder.resolve("crm-" + ++places).toString();
    }
}
