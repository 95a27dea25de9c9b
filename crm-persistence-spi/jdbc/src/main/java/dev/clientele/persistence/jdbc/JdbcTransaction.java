package dev.clientele.persistence.jdbc;

import dev.clientele.persistence.HostTransaction;
import java.sql.Connection;
import java.util.Objects;

/**
 * A host's transaction on a JDBC connection, for {@link dev.clientele.persistence.Storage#join}.
 *
 * <p>The connection has to be in a transaction (auto-commit off), to the same database that the storage was opened on. A
 * joined session prepares statements on it, sets savepoints inside the transaction and releases them, and nothing else: it
 * never commits, rolls back, closes or changes a setting. The host must not use the connection on another thread while the
 * session works.
 *
 * <p>With Spring, for example: {@code JdbcTransaction.of(DataSourceUtils.getConnection(dataSource))} inside a
 * {@code @Transactional} method.
 */
public final class JdbcTransaction implements HostTransaction {

    private final Connection connection;

    private JdbcTransaction(Connection connection) {
        this.connection = Objects.requireNonNull(connection, "connection");
    }

    /** Returns the transaction that is under way on this connection. */
    public static JdbcTransaction of(Connection connection) {
        return new JdbcTransaction(connection);
    }

    Connection connection() {
        return connection;
    }

    @Override
    public String toString() {
        return "JdbcTransaction";
    }
}
