package dev.clientele.persistence.jdbc;

import dev.clientele.persistence.UnsupportedException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;
import org.sqlite.SQLiteJDBCLoader;

/** A SQLite file and the settings of its connections. */
final class SqliteFile {

    private static final int CACHE_KIBIBYTES = 16 * 1024;
    private static final long PAUSE_MILLIS = 20;

    private final Path path;
    private final Duration maxWait;

    SqliteFile(Path path, Duration maxWait) {
        this.path = path;
        this.maxWait = maxWait;
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

    /** Opens a connection in no transaction, whose transactions are begun and ended in SQL. */
    Connection open() throws SQLException {
        SQLiteConfig config = new SQLiteConfig();
        config.setBusyTimeout(Math.toIntExact(Math.min(maxWait.toMillis(), Integer.MAX_VALUE)));
        config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        config.setCacheSize(-CACHE_KIBIBYTES);
        config.setGetGeneratedKeys(false);
        // As a URI, so that a path may contain anything, also the '?' at which the driver would cut it off.
        String url = "jdbc:sqlite:" + path.toAbsolutePath().toUri();
        Connection connection = config.createConnection(url);
        boolean ready = false;
        try {
            useWriteAheadLog(connection);
            connection.setAutoCommit(false); // the driver now leaves transactions alone, but has begun one
            try (Statement statement = connection.createStatement()) {
                statement.execute("commit");
            }
            ready = true;
            return connection;
        } finally {
            if (!ready) {
                connection.close();
            }
        }
    }

    /**
     * Several processes may do this at once to a new file; SQLite then refuses some at once instead of letting them wait.
     */
    private void useWriteAheadLog(Connection connection) throws SQLException {
        long deadline = System.nanoTime() + maxWait.toNanos();
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
                boolean busy = (e.getResultCode().code & 0xff) == SQLiteErrorCode.SQLITE_BUSY.code;
                if (!busy || System.nanoTime() > deadline) {
                    throw e;
                }
            }
            pause();
        }
    }

    private static void pause() throws SQLException {
        try {
            Thread.sleep(PAUSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SQLiteException("interrupted", SQLiteErrorCode.SQLITE_INTERRUPT);
        }
    }
}
