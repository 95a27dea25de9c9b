package dev.clientele.persistence.jdbc;

import com.google.common.cache.Cache;
import com.google.common.cache.CacheBuilder;
import com.google.common.cache.RemovalNotification;
import com.google.common.primitives.Ints;
import java.sql.BatchUpdateException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
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
    private final Cache<String, PreparedStatement> statements = CacheBuilder.newBuilder()
            .concurrencyLevel(1)
            .maximumWeight(MAX_LENGTH)
            .weigher((String sql, PreparedStatement statement) ->
                    Ints.constrainToRange(sql.length(), USUAL_LENGTH, MAX_LENGTH))
            .removalListener((RemovalNotification<String, PreparedStatement> removed) -> close(removed.getValue()))
            .build();
    private final boolean readsSnapshots;
    private final boolean borrowedAutoCommit;
    private @Nullable PreparedStatement inUse;
    private boolean broken;

    JdbcConnection(Connection connection) {
        this(connection, false, false);
    }

    /**
     * Creates a connection of a pool.
     *
     * @param readsSnapshots true if it is set to stay on a snapshot in each transaction
     * @param borrowedAutoCommit true if it had auto-commit on when it was acquired
     */
    JdbcConnection(Connection connection, boolean readsSnapshots, boolean borrowedAutoCommit) {
        this.connection = connection;
        this.readsSnapshots = readsSnapshots;
        this.borrowedAutoCommit = borrowedAutoCommit;
    }

    boolean readsSnapshots() {
        return readsSnapshots;
    }

    boolean borrowedAutoCommit() {
        return borrowedAutoCommit;
    }

    Connection connection() {
        return connection;
    }

    /** Returns the statement for a text; it must be done with before the next is asked for. */
    PreparedStatement prepare(String sql) throws SQLException {
        PreparedStatement statement = statements.getIfPresent(sql);
        if (statement != inUse) {
            clearParameters();
        }
        if (statement == null) {
            statement = connection.prepareStatement(sql);
            statement.setFetchSize(FETCH_SIZE);
            statements.put(sql, statement);
        }
        inUse = statement;
        return statement;
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
        statements.invalidateAll();
    }

    private void close(@Nullable PreparedStatement statement) {
        try {
            if (statement != null) {
                statement.close();
            }
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
