package dev.clientele.b2c;

import dev.clientele.persistence.Storage;
import dev.clientele.testing.DatabaseKind;
import java.nio.file.Path;

/** The databases that everything stored is tried on. */
public enum Store {
    MEMORY(DatabaseKind.MEMORY),
    SQLITE(DatabaseKind.SQLITE),
    POSTGRES(DatabaseKind.POSTGRES);

    private final DatabaseKind database;

    Store(DatabaseKind database) {
        this.database = database;
    }

    /** Opens an empty storage in a database that tests share: for tests that keep the schema and don't open the data again. */
    public Storage share() {
        return database.share();
    }

    /** Opens the storage of a folder in a database of its own, empty or as it was left there. */
    public Storage open(Path folder) {
        return database.open(folder);
    }
}
