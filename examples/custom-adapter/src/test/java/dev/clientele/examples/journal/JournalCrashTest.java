package dev.clientele.examples.journal;

import dev.clientele.persistence.tck.CrashContract;
import dev.clientele.persistence.tck.StorageOpener;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class JournalCrashTest extends CrashContract {

    @TempDir
    private Path folder;

    private int places;

    @Override
    protected Class<? extends StorageOpener> opener() {
        return JournalOpener.class;
    }

    @Override
    protected String newPlace() {
        return folder.resolve("journal-" + ++places).toString();
    }
}
