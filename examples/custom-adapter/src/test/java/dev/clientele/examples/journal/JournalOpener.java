package dev.clientele.examples.journal;

import dev.clientele.persistence.Storage;
import dev.clientele.persistence.tck.StorageOpener;
import java.nio.file.Path;

/** Opens a journal by its path, in any process. */
public final class JournalOpener implements StorageOpener {

    /** Used by the kit. */
    public JournalOpener() {}

    @Override
    public Storage open(String place) {
        return JournalStorage.open(Path.of(place));
    }
}
