package dev.clientele.persistence.jdbc;

import dev.clientele.persistence.Storage;
import dev.clientele.persistence.tck.StorageOpener;
import java.nio.file.Path;

/** Opens a file by its path, in any process. */
public final class H2Opener implements StorageOpener {

    /** Used by the suites. */
    public H2Opener() {}

    @Override
    public Storage open(String place) {
        return H2Storage.open(Path.of(place));
    }
}
