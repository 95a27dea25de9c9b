package dev.clientele.persistence.tck.journal;

import dev.clientele.persistence.Storage;
import dev.clientele.persistence.tck.StorageOpener;
import java.nio.file.Path;

/** Opens a sound journal. */
public final class JournalOpener implements StorageOpener {

    /** Used by the suites. */
    public JournalOpener() {}

    @Override
    public Storage open(String place) {
        return new JournalStorage(new Journal(Path.of(place)));
    }
}
