package dev.clientele.persistence.jdbc;

import dev.clientele.persistence.UnsupportedException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;
import org.sqlite.SQLiteJDBCLoader;

/** A SQLite file and the settings of its connections. */
final class SqliteFile implements ConnectionSource {

    private static final int CACHE_KIBIBYTES = 16 * 1024;

    /**
     * Of the connection that writes: a run of computed values changes entries all over an index, and each page that finds no
     * room is written once more.
     */
    private static final int WRITING_CACHE_KIBIBYTES = 64 * 1024;

    private static final long PAUSE_NANOS = Duration.ofMillis(20).toNanos();

    /** The longest that a connection which writes waits for the file's lock at a stretch: SQLite can't be interrupted. */
    private static final int BUSY_MILLIS = 50;

    private final Path path;
    private final Duration maxWait;
    private final SqliteWal wal;

    /** Creates a file whose write-ahead log is kept below so many bytes. */
    SqliteFile(Path path, Duration maxWait, long walLimit) {
        this.path = path;
        this.maxWait = maxWait;
        this.wal = new SqliteWal(path, walLimit);
    }

    /**
     * Loads the native library.
     *
     * @throws UnsupportedException if it can't be loaded on this machine
     */
    static void requireDriver() {
        try {
            if (SQLiteJDBCLoader.initialize()) {
                return;
            }
            throw noDriver(null);
        } catch (UnsupportedException e) {
            throw e;
        } catch (Exception | LinkageError e) {
            throw noDriver(e);
        }
    }

    private static UnsupportedException noDriver(@Nullable Throwable cause) {
        return new UnsupportedException(
                "SQLite's native library can't be loaded on " + System.getProperty("os.name") + " "
                        + System.getProperty("os.arch")
                        + ": it is unpacked into java.io.tmpdir, which has to be writable and allow programs to run"
                        + " (org.sqlite.tmpdir names another folder); where native code isn't allowed at all, use H2",
                cause);
    }

    /** Opens a connection as it comes, which changes nothing in the file. */
    static Connection connect(Path file, SQLiteConfig config) throws SQLException {
        // As a URI, so that a path may contain anything, also the '?' at which the driver would cut it off.
        return config.createConnection("jdbc:sqlite:" + file.toAbsolutePath().toUri());
    }

    static int millis(Duration wait) {
        return Math.toIntExact(Math.min(wait.toMillis(), Integer.MAX_VALUE));
    }

    /** Opens a connection in no transaction, whose transactions are begun and ended in SQL. */
    @Override
    public JdbcConnection open(boolean writing, Deadline deadline) throws SQLException {
        SQLiteConfig config = new SQLiteConfig();
        config.setBusyTimeout(writing ? Math.min(BUSY_MILLIS, millis(maxWait)) : millis(maxWait));
        config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        config.setCacheSize(writing ? -WRITING_CACHE_KIBIBYTES : -CACHE_KIBIBYTES);
        config.setJournalSizeLimit(SqliteWal.SHRUNK_BYTES);
        config.setGetGeneratedKeys(false);
        Connection connection = connect(path, config);
        boolean ready = false;
        try {
            useWriteAheadLog(connection, deadline);
            connection.setAutoCommit(false); // the driver now leaves transactions alone, but has begun one
            try (Statement statement = connection.createStatement()) {
                statement.execute("commit");
            }
            ready = true;
            return JdbcConnection.own(connection, -1);
        } finally {
            if (!ready) {
                connection.close();
            }
        }
    }

    /**
     * Several processes may do this at once to a new file; SQLite then refuses some at once instead of letting them wait.
     */
    private static void useWriteAheadLog(Connection connection, Deadline deadline) throws SQLException {
        while (true) {
            try (Statement statement = connection.createStatement();
                    ResultSet mode = statement.executeQuery("pragma journal_mode = wal")) {
                String got = mode.next() ? mode.getString(1).toLowerCase(Locale.ROOT) : "none";
                if (!got.equals("wal")) {
                    throw new UnsupportedException(
                            "the file's place doesn't allow a write-ahead log (network folders don't), got mode " + got,
                            null);
                }
                return;
            } catch (SQLiteException e) {
                if (!SqliteErrors.isBusy(e) || deadline.hasPassed()) {
                    throw e;
                }
            }
            LockSupport.parkNanos(PAUSE_NANOS);
            if (Thread.currentThread().isInterrupted()) {
                throw new SQLiteException("interrupted", SQLiteErrorCode.SQLITE_INTERRUPT);
            }
        }
    }

    @Override
    public void afterUse(ConnectionLease lease, LeaseQueue leases) {
        if (lease.kind() == SessionKind.WRITING) {
            wal.keepShort(lease.connection(), leases);
        }
    }
}
