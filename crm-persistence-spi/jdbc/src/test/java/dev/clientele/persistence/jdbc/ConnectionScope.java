package dev.clientele.persistence.jdbc;

import dev.clientele.persistence.HostTransaction;
import dev.clientele.persistence.tck.HostTransactionHandle;
import java.sql.Connection;
import java.sql.SQLException;

/** A host that drives a plain JDBC connection. */
final class ConnectionScope implements HostTransactionHandle {

    private final Connection connection;
    private boolean ended;

    ConnectionScope(Connection connection) throws SQLException {
        this.connection = connection;
        connection.setAutoCommit(false);
    }

    @Override
    public HostTransaction transaction() {
        return JdbcTransaction.of(connection);
    }

    @Override
    public void commit() {
        ended = true;
        try {
            connection.commit();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void rollback() {
        ended = true;
        try {
            connection.rollback();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public boolean isIntact() {
        try {
            return !connection.isClosed() && !connection.getAutoCommit();
        } catch (SQLException e) {
            return false;
        }
    }

    @Override
    public void close() {
        try (Connection closing = connection) {
            if (!ended) {
                closing.rollback();
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
