package dev.clientele.persistence.jdbc;

import com.google.common.primitives.Ints;
import java.sql.BatchUpdateException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A connection with the statements that are prepared on it. Used by one thread at a time.
 *
 * <p>Statements are kept, the least recently used making room, because preparing costs more than most executions. A
 * statement that isn't in use holds no values: they may be documents of a megabyte each.
 */
final class JdbcConnection {

    /** The statements that are kept if none is longer than is usual; fewer if some are. */
    private static final int MAX_STATEMENTS = 200;

    private static final int USUAL_LENGTH = 4_000;
    private static final int MAX_LENGTH = MAX_STATEMENTS * USUAL_LENGTH;
    private static final int FETCH_SIZE = 500;

    private final Connection connection;
    private final Map<String, PreparedStatement> statements = new LinkedHashMap<>(16, 0.75f, true);
    private int statementLength;
    private final boolean settled;
    private final boolean borrowedAutoCommit;
    private final long openedNanos = System.nanoTime();
    private long idleNanos = openedNanos;
    private long lockTimeout;
    private boolean unbounded;
    private int usualTimeout;
    private @Nullable ConnectionLease lease;
    private @Nullable PreparedStatement inUse;
    private volatile boolean broken;

    private JdbcConnection(Connection connection, boolean settled, boolean borrowedAutoCommit, long lockTimeout) {
        this.connection = connection;
        this.settled = settled;
        this.borrowedAutoCommit = borrowedAutoCommit;
        this.lockTimeout = lockTimeout;
    }

    /** Creates a connection of a host's transaction, whose settings are the host's. */
    JdbcConnection(Connection connection) {
        this(connection, false, false, -1);
    }

    /** Creates a connection that is borrowed from a host's pool; {@code autoCommit} if it had that on. */
    static JdbcConnection borrowed(Connection connection, boolean autoCommit) {
        return new JdbcConnection(connection, false, autoCommit, -1);
    }

    /**
     * Creates a connection of a pool of our own, whose transactions are set to their isolation level already.
     *
     * @param lockTimeout the milliseconds that statements wait for a lock
     */
    static JdbcConnection own(Connection connection, long lockTimeout) {
        return new JdbcConnection(connection, true, false, lockTimeout);
    }

    /** Tells whether each transaction begins at the isolation level that is ours. */
    boolean isSettled() {
        return settled;
    }

    /** Returns the milliseconds that statements are set to wait for a lock; -1 if that isn't known. */
    long lockTimeout() {
        return lockTimeout;
    }

    void setLockTimeout(long millis) {
        this.lockTimeout = millis;
    }

    void setLease(ConnectionLease holder) {
        this.lease = holder;
    }

    /** Notes that the session is used, which fails if it was given up. */
    void touch() {
        ConnectionLease holder = lease;
        if (holder != null) {
            holder.touch();
        }
    }

    void streamOpened() {
        ConnectionLease holder = lease;
        if (holder != null) {
            holder.streamOpened();
        }
    }

    void streamClosed() {
        ConnectionLease holder = lease;
        if (holder != null) {
            holder.streamClosed();
        }
    }

    /** Returns the time since this was opened. */
    Duration age() {
        return Duration.ofNanos(System.nanoTime() - openedNanos);
    }

    /** Returns the time since the last use. */
    Duration idle() {
        return Duration.ofNanos(System.nanoTime() - idleNanos);
    }

    /** Lets the statements of this use take as long as they need: a change of the schema may copy a table. */
    void allowLongStatements() throws SQLException {
        if (settled && !unbounded) {
            usualTimeout = connection.getNetworkTimeout();
            connection.setNetworkTimeout(Runnable::run, 0);
            unbounded = true;
        }
    }

    /** Drops what was the last use's. */
    void prepareForIdling() throws SQLException {
        lease = null;
        idleNanos = System.nanoTime();
        clearParameters();
        if (unbounded) {
            unbounded = false;
            connection.setNetworkTimeout(Runnable::run, usualTimeout);
        }
    }

    boolean borrowedAutoCommit() {
        return borrowedAutoCommit;
    }

    Connection connection() {
        return connection;
    }

    /** Returns the statement for a text; it must be done with before the next is asked for. */
    PreparedStatement prepare(String sql) throws SQLException {
        PreparedStatement statement = statements.get(sql);
        if (statement != inUse) {
            clearParameters();
        }
        if (statement == null) {
            statement = connection.prepareStatement(sql);
            statement.setFetchSize(FETCH_SIZE);
            keep(sql, statement);
        }
        inUse = statement;
        return statement;
    }

    private void keep(String sql, PreparedStatement statement) {
        statementLength += length(sql);
        Iterator<Map.Entry<String, PreparedStatement>> eldest =
                statements.entrySet().iterator();
        while (statementLength > MAX_LENGTH && eldest.hasNext()) {
            Map.Entry<String, PreparedStatement> entry = eldest.next();
            statementLength -= length(entry.getKey());
            eldest.remove();
            close(entry.getValue());
        }
        statements.put(sql, statement);
    }

    private static int length(String sql) {
        return Ints.constrainToRange(sql.length(), USUAL_LENGTH, MAX_LENGTH);
    }

    /** Drops the values that were last bound. */
    void clearParameters() throws SQLException {
        PreparedStatement last = inUse;
        if (last != null) {
            inUse = null;
            last.clearParameters();
        }
    }

    /** Executes a statement that has no parameters and returns no rows. */
    void execute(String sql) throws SQLException {
        prepare(sql).execute();
    }

    /** Tells whether a query without parameters finds a row. */
    boolean gives(String query) throws SQLException {
        try (ResultSet rows = prepare(query).executeQuery()) {
            return rows.next();
        }
    }

    /** Executes statements without parameters and results, one after the other, in as few round trips as the driver can. */
    void runAll(List<String> texts) throws SQLException {
        try (Statement batch = connection.createStatement()) {
            for (String sql : texts) {
                batch.addBatch(sql);
            }
            batch.executeBatch();
        } catch (BatchUpdateException e) {
            throw e.getCause() instanceof SQLException cause
                    ? cause
                    : Objects.requireNonNullElse(e.getNextException(), e);
        }
    }

    /** Closes all statements; needed after an error, which some drivers don't let a statement survive. */
    void closeStatements() {
        inUse = null;
        statements.values().forEach(this::close);
        statements.clear();
        statementLength = 0;
    }

    private void close(PreparedStatement statement) {
        try {
            statement.close();
        } catch (SQLException e) {
            broken = true;
        }
    }

    /** Marks this connection as one that isn't trusted any more and has to be discarded. */
    void markBroken() {
        broken = true;
    }

    boolean isBroken() {
        return broken;
    }
}
