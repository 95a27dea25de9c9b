package dev.clientele.persistence.jdbc;

import dev.clientele.persistence.UnsupportedException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * The isolation of PostgreSQL's transactions: ours are said to the server, whatever it, the role or the host's pool is set to.
 *
 * <p>At read committed a check locks the checked row, and who deletes it looks, after that, for what was stored meanwhile (rule
 * D10). A transaction on a snapshot would look in vain, unless the server itself watches all that are at serializable.
 */
enum PostgresIsolation {
    READ_COMMITTED("read committed", Connection.TRANSACTION_READ_COMMITTED),
    SERIALIZABLE("serializable", Connection.TRANSACTION_SERIALIZABLE);

    static final String READING = "repeatable read, read only";

    /** How long a server may take to answer while a session is opened, beyond the caller's patience, before it is given up. */
    private static final long ANSWER_MILLIS = 1000;

    private static final String SET = "set transaction isolation level ";

    private final String level;
    private final int jdbcLevel;

    PostgresIsolation(String level, int jdbcLevel) {
        this.level = level;
        this.jdbcLevel = jdbcLevel;
    }

    /** Returns the statement that sets the transactions of a connection of our own. */
    String setting(boolean writing) {
        return "set session characteristics as transaction isolation level " + (writing ? level : READING);
    }

    void beginReading(JdbcConnection link) throws SQLException {
        if (!link.isSettled()) {
            link.execute(SET + READING);
        }
    }

    /** Takes a round trip of its own only on a host's connection, or if the caller's patience ends early. */
    void beginWriting(JdbcConnection link, Deadline deadline) throws SQLException {
        long wanted = Math.min(Integer.MAX_VALUE, Math.max(1, deadline.millisLeft()));
        String lockTimeout = "set local lock_timeout = " + wanted;
        if (!link.isSettled()) {
            execute(link, SET + level + "; " + lockTimeout);
        } else if (wanted < link.lockTimeout() - link.lockTimeout() / 10) {
            int usual = link.connection().getNetworkTimeout();
            setNetworkTimeout(link, (int) Math.min(Integer.MAX_VALUE, wanted + ANSWER_MILLIS));
            execute(link, lockTimeout);
            setNetworkTimeout(link, usual);
        }
    }

    private static void setNetworkTimeout(JdbcConnection link, int millis) throws SQLException {
        link.connection().setNetworkTimeout(Runnable::run, millis);
    }

    /** Statements with a number of their own each aren't kept. */
    private static void execute(JdbcConnection link, String sql) throws SQLException {
        try (Statement statement = link.connection().createStatement()) {
            statement.execute(sql);
        }
    }

    /** Checks that a host's transaction and ours keep the rules together. */
    void requireJoinable(Connection host) throws SQLException {
        int found = host.getTransactionIsolation();
        boolean weaker = this == READ_COMMITTED && found == Connection.TRANSACTION_READ_UNCOMMITTED; // the same here
        if (found == jdbcLevel || weaker) {
            return;
        }
        throw new UnsupportedException(
                this == READ_COMMITTED
                        ? "a host's transaction above read committed can't keep the rules on checks: its snapshot"
                                + " doesn't show what others store meanwhile; join one at read committed, or open the"
                                + " storage with serializable() and join one at serializable"
                        : "a storage that was opened with serializable() joins only transactions at serializable: the"
                                + " server watches no others",
                null);
    }
}
