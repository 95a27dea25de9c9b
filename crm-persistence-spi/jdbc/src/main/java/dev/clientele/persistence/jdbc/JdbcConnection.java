package dev.clientele.persistence.jdbc;

import java.sql.BatchUpdateException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A connection with the statements that are prepared on it. Used by one thread at a time.
 *
 * <p>Statements are kept, the least recently used making room, because preparing costs more than most executions.
 */
final class JdbcConnection {

    private static final int MAX_STATEMENTS = 200;
    private static final int FETCH_SIZE = 500;

    private final Connection connection;
    private final Map<String, PreparedStatement> statements = new LinkedHashMap<>(64, 0.75f, true);
    private final boolean readsSnapshots;
    private final boolean borrowedAutoCommit;
    private boolean broken;

    JdbcConnection(Connection connection) {
        this(connection, false, false);
    }

    /**
     * A connection of a pool.
     *
     * @param readsSnapshots whether it is set to stay on a snapshot in each transaction
     * @param lentCommitting whether it had auto-commit on when it was taken
     */
    JdbcConnection(Connection connection, boolean readsSnapshots, boolean lentCommitting) {
        this.connection = connection;
        this.readsSnapshots = readsSnapshots;
        this.borrowedAutoCommit = lentCommitting;
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

    /** The statement for this text; it must be done with before the next is asked for. */
    PreparedStatement prepare(String sql) throws SQLException {
        PreparedStatement statement = statements.get(sql);
        if (statement == null) {
            if (statements.size() >= MAX_STATEMENTS) {
                String eldest = statements.keySet().iterator().next();
                PreparedStatement old = statements.remove(eldest);
                if (old != null) {
                    old.close();
                }
            }
            statement = connection.prepareStatement(sql);
            statement.setFetchSize(FETCH_SIZE);
            statements.put(sql, statement);
        }
        return statement;
    }

    /** Runs a statement that has no parameters and gives no rows. */
    void execute(String sql) throws SQLException {
        prepare(sql).execute();
    }

    /** Whether a query without parameters gives a row. */
    boolean gives(String query) throws SQLException {
        try (ResultSet rows = prepare(query).executeQuery()) {
            return rows.next();
        }
    }

    /** Runs statements that have no parameters and give no rows, one after the other, in as few round trips as the driver can. */
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
        for (PreparedStatement statement : statements.values()) {
            try {
                statement.close();
            } catch (SQLException e) {
                broken = true;
            }
        }
        statements.clear();
    }

    /** From now on this connection isn't trusted and has to be discarded. */
    void markBroken() {
        broken = true;
    }

    boolean isBroken() {
        return broken;
    }
}
