package dev.clientele.persistence.jdbc;

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
 *
 * <p><b>Isolation.</b> Writing sessions of the storage are serial, so that among them there is no write skew, the fault by which
 * two transactions each read what the other writes and together break a rule that each of them kept. They work at {@code read
 * committed}: beside a transaction of the host that is {@linkplain #join joined}, or its own statements, what a session has read
 * may change before it ends, unless it guards that by a check ({@link dev.clientele.persistence.Write.Check}), which locks the
 * row. A reading session stays on a snapshot. A host's transaction is joined at {@code read committed} only.
 *
 * <p><b>Interrupts</b> do the file no harm: it is opened through H2's {@code async:} channel, and so must be whoever opens it
 * beside the storage, to join a transaction ({@link #url}).
 */
public final class H2Storage extends DatabaseStorage {

    private H2Storage(JdbcStorage storage) {
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
     * Returns the URL under which the application itself reaches the file in this process, for transactions to be joined. H2
     * takes any other for another database, and finds it locked.
     *
     * @param file as given to {@link #open}
     */
    public static String url(Path file) {
        return H2File.url(file);
    }

    /**
     * Returns options for a database. Defaults: 4 reading connections, waiting at most 30 seconds, table names beginning
     * with {@code crm_}, a warning of sessions that lie idle for a minute.
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
        private Duration idleWarning = Duration.ofMinutes(1);

        private Builder(Path path) {
            this.path = Objects.requireNonNull(path, "file");
            new H2File(path, maxWait);
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
         * Sets the longest time that opening a session waits for others, and a write for a transaction of the host that holds
         * what it needs, up to one day; zero means not at all.
         */
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

        /**
         * Sets the time after which a session or stream that isn't used is taken for forgotten: a warning then says, once, where
         * it was opened. Zero for never, which saves noting that.
         */
        public Builder idleWarning(Duration after) {
            this.idleWarning = IdleWarning.checked(after);
            return this;
        }

        /** Opens the database with these options; see {@link H2Storage#open}. */
        public H2Storage open() {
            Dialect dialect = new H2Dialect();
            TableNames names = new TableNames(prefix);
            ConnectionPool connections =
                    OwnConnectionPool.embedded(new H2File(path, maxWait), dialect, readers, maxWait, idleWarning);
            clearLeftovers(connections, dialect, names); // here a wrong file shows, too
            return new H2Storage(new JdbcStorage(dialect, names, connections));
        }

        private static void clearLeftovers(ConnectionPool connections, Dialect dialect, TableNames names) {
            ConnectionLease lease = connections.acquire(true, connections.deadline());
            try {
                H2CopyCleanup.clear(lease.link().connection(), names);
            } catch (SQLException e) {
                lease.connection().markBroken();
                throw dialect.translate(e, false);
            } finally {
                connections.release(lease);
            }
        }
    }
}
