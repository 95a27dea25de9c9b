package dev.clientele.persistence.jdbc;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
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
 * <p><b>Isolation.</b> A writing session holds the file's lock from its opening to its end, so transactions that write are
 * serial: what one reads stays so until it ends, and there is no write skew, the fault by which two transactions each read what
 * the other writes and together break a rule that each of them kept. Checks ({@link
 * dev.clientele.persistence.Write.Check}) cost nothing here and keep the application right on other databases. A reading session
 * stays on a snapshot. A joined transaction of the host that began by reading is refused to write, as a {@link
 * dev.clientele.persistence.ConflictException}, if another has written since.
 *
 * <p><b>The write-ahead log</b> ({@code -wal}) grows as long as a session reads a state from before, and shrinks to some 8 MB
 * when none does. Beyond a limit ({@link Builder#walLimit}) a session that reads and hasn't been used for 10 seconds is given
 * up, beyond four times the limit also one that is in use: whoever uses it next is told that storage is unavailable. A reader in
 * another process, or a transaction of the host, can't be given up; a warning names it.
 *
 * <p>Each document type and log has a table of its own with a column per declared field, readable by any SQLite tool:
 * decimals are integers scaled by their declared digits (12.30 at two digits is 1230), instants and dates ISO text in UTC,
 * booleans 0 and 1, text sets JSON arrays. Where there are decimals, a view (such as {@code crm_deal$readable}) shows them
 * unscaled.
 */
public final class SqliteStorage extends DatabaseStorage {

    private final SqliteBackup backup;
    private final SqliteIntegrity integrity;

    private SqliteStorage(JdbcStorage storage, SqliteBackup backup, SqliteIntegrity integrity) {
        super(storage);
        this.backup = backup;
        this.integrity = integrity;
    }

    /**
     * Opens a database file with default options, creating it if it isn't there. Its folder has to exist. A file that is there
     * has to be a database of this library: one that is empty is refused, since what was in it may be lost, and so is another
     * application's ({@link Builder#createAnywhere}).
     *
     * @throws dev.clientele.persistence.SchemaException if the file is empty or another application's database
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
     * beginning with {@code crm_}, the file created if it isn't there, a write-ahead log of at most 128 MB, a warning of sessions
     * that lie idle for a minute.
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
        private SqliteCreation creation = SqliteCreation.IF_ABSENT;
        private long walLimit = 128L << 20;
        private Duration idleWarning = Duration.ofMinutes(1);

        private Builder(Path path) {
            this.path = Objects.requireNonNull(path, "file");
        }

        /**
         * Sets the number of sessions that can read at once, 1 to 64; more wait. A thread that has a session already may be given
         * one of up to 4 more, if all others are held by threads that wait.
         */
        public Builder readers(int count) {
            if (count < 1 || count > 64) {
                throw new IllegalArgumentException("readers must be 1 to 64, got " + count);
            }
            this.readers = count;
            return this;
        }

        /**
         * Sets the longest time that a call waits for others, of this process and of others together, up to one day; zero means
         * not at all.
         */
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

        /** Opens only a file that is there: a missing one is unavailable, instead of being created. */
        public Builder openExisting() {
            this.creation = SqliteCreation.NEVER;
            return this;
        }

        /** Creates what is missing also in a file that is there and empty, or another application's, beside its tables. */
        public Builder createAnywhere() {
            this.creation = SqliteCreation.ANYWHERE;
            return this;
        }

        /** Sets the size that the write-ahead log shouldn't grow beyond, 1 MB or more; see {@link SqliteStorage}. */
        public Builder walLimit(long bytes) {
            if (bytes < 1 << 20 || bytes > 1L << 50) {
                throw new IllegalArgumentException("walLimit must be 1 MB to 1 PB, got " + bytes);
            }
            this.walLimit = bytes;
            return this;
        }

        /**
         * Sets the time after which a session or stream that isn't used is taken for forgotten: a warning then says, once, where
         * it was opened. Zero for never, which saves noting that.
         */
        public Builder idleWarning(Duration after) {
            this.idleWarning = IdleWarning.checked(after);
            return this;
        }

        /** Opens the database with these options; see {@link SqliteStorage#open}. */
        public SqliteStorage open() {
            SqliteFile.requireDriver();
            TableNames names = new TableNames(prefix);
            Dialect dialect = new SqliteDialect();
            try {
                creation.prepare(path, names, maxWait);
            } catch (SQLException e) {
                throw dialect.translate(e, false);
            }
            ConnectionPool connections = OwnConnectionPool.embedded(
                    new SqliteFile(path, maxWait, walLimit), dialect, readers, maxWait, idleWarning);
            connections.release(connections.acquire(false, connections.deadline())); // so that a wrong file shows here
            return new SqliteStorage(
                    new JdbcStorage(dialect, names, connections),
                    new SqliteBackup(connections, dialect),
                    new SqliteIntegrity(connections, dialect));
        }
    }

    /**
     * Reads the whole file, as of one moment and while others write, and checks that it holds together: pages, rows, and that
     * indexes agree with them. Takes about as long as reading the file.
     *
     * @return what is wrong, at most 100 findings in SQLite's words; empty if nothing is
     * @throws dev.clientele.persistence.StorageUnavailableException if the file can't be read
     */
    public List<String> checkIntegrity() {
        return integrity.check();
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
