package dev.clientele.persistence.jdbc;

import static dev.clientele.persistence.jdbc.Samples.ACME;
import static dev.clientele.persistence.jdbc.Samples.SCHEMA;

import dev.clientele.persistence.Storage;
import dev.clientele.persistence.StorageSession;
import dev.clientele.persistence.Write;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** A storage of one kind with the sample schema, and few enough connections to run out of. */
final class Opened implements AutoCloseable {

    static final int READERS = 2;

    private final Path folder = Folders.create("opened");
    private final String url;
    final TestDatabase.Kind kind;
    final Storage storage;

    Opened(TestDatabase.Kind kind, Duration maxWait) {
        this.kind = kind;
        this.url = kind == TestDatabase.Kind.POSTGRES ? PostgresServer.newPlace() : "";
        this.storage = again(maxWait);
        storage.migration(SCHEMA).apply();
    }

    /** Opens the same data once more. */
    Storage again(Duration maxWait) {
        return switch (kind) {
            case SQLITE ->
                SqliteStorage.builder(folder.resolve("crm.db"))
                        .readers(READERS)
                        .maxWait(maxWait)
                        .open();
            case POSTGRES ->
                PostgresStorage.builder(url)
                        .connections(READERS, 1)
                        .maxWait(maxWait)
                        .open();
            case H2 ->
                H2Storage.builder(folder.resolve("crm"))
                        .readers(READERS)
                        .maxWait(maxWait)
                        .open();
        };
    }

    static void insert(StorageSession session, int number) {
        session.write(List.of(new Write.Insert(Samples.account(number, Map.of()))));
    }

    void insert(int number) {
        try (StorageSession session = storage.write(ACME)) {
            insert(session, number);
            session.commit();
        }
    }

    @Override
    public void close() {
        storage.close();
        if (kind == TestDatabase.Kind.POSTGRES) {
            PostgresServer.drop(url);
        }
        Folders.delete(folder);
    }
}
