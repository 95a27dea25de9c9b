package dev.clientele.b2c;

import dev.clientele.persistence.Storage;
import dev.clientele.testing.Database;
import java.nio.file.Path;

/** The databases that everything stored is tried on. */
public enum Store {
    MEMORY(Database.MEMORY),
    SQLITE(Database.SQLITE),
    POSTGRES(Database.POSTGRES);

    private final Database database;

    Store(Database database) {
        this.database = database;
    }

    /** The storage of a folder, empty or as it was left there. */
    public Storage open(Path folder) {
        return database.open(folder);
    }
}
