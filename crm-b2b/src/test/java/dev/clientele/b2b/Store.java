package dev.clientele.b2b;

import dev.clientele.persistence.Storage;
import dev.clientele.persistence.jdbc.SqliteStorage;
import dev.clientele.persistence.memory.MemoryStorage;
import java.nio.file.Path;

/** The databases that everything stored is tried on. */
public enum Store {
    MEMORY {
        @Override
        public Storage open(Path folder) {
            return MemoryStorage.create();
        }
    },
    SQLITE {
        @Override
        public Storage open(Path folder) {
            return SqliteStorage.open(folder.resolve("crm.db"));
        }
    };

    /** A new, empty database. */
    public abstract Storage open(Path folder);
}
