package dev.clientele.persistence.jdbc;

import dev.clientele.persistence.Storage;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;

/**
 * Storage in one SQLite file, inside this process: the embedded default. Thread-safe.
 *
 * <p>The file is in write-ahead mode with every commit synced to disk ({@code synchronous=FULL}), so that a commit which
 * returned survives the end of the process and, if the disk keeps its word, of the power. Beside the file lie two others
 * with {@code -wal} and {@code -shm} appended while it is open, and belong to it; to copy an open database use {@link
 * #backUp}.
 *
 * <p>One session writes at a time; other threads that open one wait in the order they came, other processes at the file's
 * lock, each for as long as the storage is set to wait. Reading never waits for writing. The file has to lie on a local
 * disk.
 *
 * <p>Each document type and log has a table of its own with a column per declared field, readable by any SQLite tool:
 * decimals are integers scaled by their declared digits (12.30 at two digits is 1230), instants and dates ISO text in UTC,
 * booleans 0 and 1, text sets JSON arrays. Where there are decimals, a view (such as {@code crm_deal$readable}) shows them
 * unscaled.
 */
public final class SqliteStorage extends DatabaseStorage {

    private final SqliteBackup backup;

    private SqliteStorage(Storage storage, SqliteBackup backup) {
        super(storage);
        this.backup = backup;
    }

    /**
     * Opens a database file with default options, creating it if it isn't there. Its folder has to exist.
     *
     * @throws dev.clientele.persistence.UnsupportedException if SQLite's native library can't be loaded here, or the folder
     *     doesn't allow write-ahead mode
     * @throws dev.clientele.persistence.StorageUnavailableException if the file can't be opened or created
     * @throws dev.clientele.persistence.CorruptDataException if the file is no SQLite database
     */
    public static SqliteStorage open(Path file) {
        return builder(file).open();
    }

    /**
     * Returns options for a database file. Defaults: 4 reading connections, waiting at most 30 seconds, table names
     * beginning with {@code crm_}.
     */
    public static Builder builder(Path file) {
        return new Builder(file);
    }

    /** The options of a SQLite database; see {@link SqliteStorage#builder}. Not thread-safe. */
    public static final class Builder {

        private final Path path;
        private int readers = 4;
        private Duration maxWait = Duration.ofSeconds(30);
        private String prefix = "crm_";

        private Builder(Path path) {
            this.path = Objects.requireNonNull(path, "file");
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

        /**
         * Sets the prefix of all table names, so that they can lie in a database beside others: a lower-case letter, then at
         * most 11 of a-z, 0-9 and _.
         */
        public Builder tablePrefix(String namePrefix) {
            new TableNames(namePrefix);
            this.prefix = namePrefix;
            return this;
        }

        /** Opens the database with these options; see {@link SqliteStorage#open}. */
        public SqliteStorage open() {
            SqliteFile.requireDriver();
            SqliteFile file = new SqliteFile(path, maxWait);
            Dialect dialect = new SqliteDialect();
            ConnectionPool connections = new EmbeddedConnectionPool(writing -> file.open(), dialect, readers, maxWait);
            connections.release(connections.acquire(false), false); // so that a wrong file shows here
            return new SqliteStorage(
                    new JdbcStorage(dialect, new TableNames(prefix), connections),
                    new SqliteBackup(connections, dialect));
        }
    }

    /**
     * Copies the database, as of one moment, to a new file, while others read and write. The copy is compact, complete and
     * synced to disk when this returns; a file of that name is never half a copy.
     *
     * @throws IllegalArgumentException if there is a file of that name
     * @throws dev.clientele.persistence.StorageUnavailableException if it can't be written
     */
    public void backUp(Path target) {
        backup.writeTo(target);
    }
}
