package dev.clientele.persistence.tck.journal;

import dev.clientele.persistence.tck.CrashContract;
import dev.clientele.persistence.tck.StorageOpener;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

/** The crash suite on an adapter that is sound, so that the suite itself is tried. */
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
