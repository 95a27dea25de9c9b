package dev.clientele.persistence.jdbc;

import dev.clientele.persistence.Storage;
import dev.clientele.persistence.UnsupportedException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Objects;

/**
 * Storage in one H2 file, inside this process, for places where native code isn't allowed. Thread-safe. The application
 * brings the database, {@code com.h2database:h2}.
 *
 * <p>It is weaker than {@link SqliteStorage}: a commit that returned survives the end of the process, but not that of the
 * power, since H2 doesn't sync its file; only one process can have the file open; and sorting by a text field, or comparing
 * with one, reads all of the tenant's rows, since H2's own order isn't that of code points.
 *
 * <p>One session writes at a time; other threads that open one wait in the order they came.
 */
public final class H2Storage extends DatabaseStorage {

    private H2Storage(Storage storage) {
        super(storage);
    }

    /**
     * Opens a database with default options, creating it if it isn't there.
     *
     * @param file without the {@code .mv.db} that H2 appends
     * @throws UnsupportedException if H2 isn't on the class path
     * @throws dev.clientele.persistence.StorageUnavailableException if the file can't be opened, or another process has it
     *     open
     */
    public static H2Storage open(Path file) {
        return builder(file).open();
    }

    /**
     * Returns options for a database. Defaults: 4 reading connections, waiting at most 30 seconds, table names beginning
     * with {@code crm_}.
     */
    public static Builder builder(Path file) {
        return new Builder(file);
    }

    /** The options of an H2 database; see {@link H2Storage#builder}. Not thread-safe. */
    public static final class Builder {

        private final Path path;
        private int readers = 4;
        private Duration maxWait = Duration.ofSeconds(30);
        private String prefix = "crm_";

        private Builder(Path path) {
            this.path = Objects.requireNonNull(path, "file");
            new H2File(path, maxWait);
        }

        /** Sets the number of sessions that can read at once, 1 to 64; more wait. */
        public Builder readers(int count) {
            if (count < 1 || count > 64) {
                throw new IllegalArgumentException("readers must be 1 to 64, got " + count);
            }
            this.readers = count;
            return this;
        }

        /** Sets the longest time that opening a session waits for others, up to one day; zero means not at all. */
        public Builder maxWait(Duration longest) {
            if (longest.isNegative() || longest.compareTo(Duration.ofDays(1)) > 0) {
                throw new IllegalArgumentException("maxWait must be 0 to 1 day, got " + longest);
            }
            this.maxWait = longest;
            return this;
        }

        /** Sets the prefix of all table names: a lower-case letter, then at most 11 of a-z, 0-9 and _. */
        public Builder tablePrefix(String namePrefix) {
            new TableNames(namePrefix);
            this.prefix = namePrefix;
            return this;
        }

        /** Opens the database with these options; see {@link H2Storage#open}. */
        public H2Storage open() {
            Dialect dialect = new H2Dialect();
            TableNames names = new TableNames(prefix);
            ConnectionPool connections =
                    new EmbeddedConnectionPool(new H2File(path, maxWait)::open, dialect, readers, maxWait);
            clearLeftovers(connections, dialect, names); // here a wrong file shows, too
            return new H2Storage(new JdbcStorage(dialect, names, connections));
        }

        private static void clearLeftovers(ConnectionPool connections, Dialect dialect, TableNames names) {
            JdbcConnection link = connections.acquire(true);
            try {
                H2CopyCleanup.clear(link.connection(), names);
            } catch (SQLException e) {
                link.markBroken();
                throw dialect.translate(e, false);
            } finally {
                connections.release(link, true);
            }
        }
    }
}
