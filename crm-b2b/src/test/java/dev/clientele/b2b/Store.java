package dev.clientele.b2b;

import dev.clientele.persistence.Storage;
import dev.clientele.testing.DatabaseKind;
import java.nio.file.Path;
import java.sql.SQLException;

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

    /** A transaction on the database behind a storage, as a host application would begin it. */
    public DatabaseKind.Host begin(Storage storage, Path folder) throws SQLException {
        return database.begin(storage, folder);
    }
}
