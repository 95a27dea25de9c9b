package dev.clientele.testing;

import dev.clientele.persistence.Schema;
import dev.clientele.persistence.Storage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * A database that all tests of this JVM share who store in the same kind with the same schema. Opened and brought to the
 * schema when the first test asks, closed and removed with the JVM.
 *
 * @param kind of database
 * @param storage on it
 * @param folder where it is
 */
record SharedDatabase(DatabaseKind kind, Storage storage, Path folder) {

    private static final Map<Key, SharedDatabase> OPENED = new ConcurrentHashMap<>();

    /** The database of a kind for a schema. */
    static SharedDatabase of(DatabaseKind kind, Schema schema) {
        return OPENED.computeIfAbsent(new Key(kind, schema), SharedDatabase::open);
    }

    private static SharedDatabase open(Key key) {
        try {
            Path folder = Files.createTempDirectory("clientele-shared");
            Storage storage = key.kind.open(folder);
            SharedDatabase opened = new SharedDatabase(key.kind, storage, folder);
            Runtime.getRuntime().addShutdownHook(new Thread(opened::remove));
            storage.migration(key.schema).apply();
            return opened;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void remove() {
        if (kind != DatabaseKind.POSTGRES) { // whose server goes as a whole, and maybe has gone already
            storage.close();
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private record Key(DatabaseKind kind, Schema schema) {}
}
