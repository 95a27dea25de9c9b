package dev.clientele.persistence.jdbc;

import dev.clientele.persistence.UnsupportedException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Properties;

/**
 * An H2 file and the settings of its connections.
 *
 * <p>It is opened through H2's asynchronous channel: the usual one is closed for good, under everybody, by the interrupt of a
 * thread that reads or writes.
 */
final class H2File implements ConnectionSource {

    private final Path path;
    private final Duration maxWait;

    H2File(Path path, Duration maxWait) {
        if (path.toString().contains(";")) {
            throw new IllegalArgumentException("H2 can't open a file with a ';' in its path");
        }
        this.path = path;
        this.maxWait = maxWait;
    }

    /** Returns the URL of the file; see {@link H2Storage#url}. */
    static String url(Path file) {
        return "jdbc:h2:async:" + file.toAbsolutePath();
    }

    /** Opens a connection whose transactions begin by themselves; those that only read stay on a snapshot. */
    @Override
    public JdbcConnection open(boolean writing, Deadline deadline) throws SQLException {
        // A result beyond so many rows goes to a file beside the database, not to the heap. Unless it is told not to,
        // H2
        // gives a statement's last result again if nothing was written since, even one of an older snapshot.
        String url = url(path) + ";WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE"
                + ";MAX_MEMORY_ROWS=4000;OPTIMIZE_REUSE_RESULTS=FALSE;LOCK_TIMEOUT=" + maxWait.toMillis();
        Connection connection;
        try {
            connection = new org.h2.Driver().connect(url, new Properties());
        } catch (NoClassDefFoundError e) {
            throw new UnsupportedException("H2 is not on the class path: add com.h2database:h2", e);
        }
        boolean ready = false;
        try (Statement statement = connection.createStatement()) {
            statement.execute("set session characteristics as transaction isolation level "
                    + (writing ? "read committed" : "snapshot"));
            connection.setAutoCommit(false);
            ready = true;
            return JdbcConnection.own(connection, maxWait.toMillis());
        } finally {
            if (!ready) {
                connection.close();
            }
        }
    }
}
