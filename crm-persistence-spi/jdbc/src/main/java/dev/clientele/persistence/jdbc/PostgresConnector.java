package dev.clientele.persistence.jdbc;

import dev.clientele.persistence.UnsupportedException;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** A source of connections to a PostgreSQL server. */
final class PostgresConnector implements ConnectionSource {

    private static final int ALIVE_SECONDS = 1;

    private final String url;
    private final Properties user;
    private final PostgresIsolation isolation;
    private final Duration maxWait;
    private final Duration maxSilence;

    /**
     * Creates a source.
     *
     * @param maxSilence the longest that the server may take to answer, waiting for locks aside
     */
    PostgresConnector(String url, Properties user, PostgresIsolation isolation, Duration maxWait, Duration maxSilence) {
        this.url = url;
        this.user = user;
        this.isolation = isolation;
        this.maxWait = maxWait;
        this.maxSilence = maxSilence;
    }

    @Override
    public JdbcConnection open(boolean writing, Deadline deadline) throws SQLException {
        Properties settings = new Properties();
        settings.putAll(user);
        settings.setProperty("loginTimeout", Long.toString(seconds(deadline.millisLeft())));
        settings.setProperty(
                "socketTimeout", Long.toString(seconds(maxWait.plus(maxSilence).toMillis())));
        settings.setProperty("tcpKeepAlive", "true");
        Connection connection = connect(settings);
        boolean ready = false;
        try (Statement statement = connection.createStatement()) {
            statement.execute("set lock_timeout = " + maxWait.toMillis() + "; " + isolation.setting(writing));
            connection.setAutoCommit(false);
            ready = true;
            return JdbcConnection.own(connection, maxWait.toMillis());
        } finally {
            if (!ready) {
                discard(connection);
            }
        }
    }

    private Connection connect(Properties settings) throws SQLException {
        Connection connection = driver().connect(url, settings);
        if (connection == null) {
            throw notOfPostgres(null);
        }
        return connection;
    }

    private Driver driver() {
        try {
            return DriverManager.getDriver(url);
        } catch (SQLException e) {
            throw notOfPostgres(e);
        }
    }

    private static UnsupportedException notOfPostgres(@Nullable SQLException cause) {
        return new UnsupportedException(
                "no driver takes the URL: it begins with jdbc:postgresql:, and needs org.postgresql:postgresql", cause);
    }

    private static long seconds(long millis) {
        return Math.min(Integer.MAX_VALUE / 1000, Math.max(1, (millis + 999) / 1000));
    }

    @Override
    public boolean isAlive(Connection connection) {
        try {
            boolean alive = connection.isValid(ALIVE_SECONDS);
            connection.rollback();
            return alive;
        } catch (SQLException e) {
            return false;
        }
    }

    @Override
    public boolean mayComeBack(SQLException error) {
        return PostgresErrors.isConnectionLost(error);
    }

    /** Closes the socket without a word to the server, which may not answer. */
    @Override
    public void discard(Connection connection) throws SQLException {
        connection.abort(Runnable::run);
    }
}
