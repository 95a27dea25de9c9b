package dev.clientele.persistence.jdbc;

import java.sql.Connection;
import java.sql.SQLException;

/** A source of the connections of a pool of our own. Thread-safe. */
@FunctionalInterface
interface ConnectionSource {

    /** Opens a connection in no transaction. */
    JdbcConnection open(boolean writing, Deadline deadline) throws SQLException;

    /** Tells whether a connection that has lain idle for a while still works. */
    default boolean isAlive(Connection connection) {
        return true;
    }

    /** Tells whether trying to open once more, a moment later, may help. */
    default boolean mayComeBack(SQLException error) {
        return false;
    }

    /** Closes a connection that may be in use by another thread, or may not answer. */
    default void discard(Connection connection) throws SQLException {
        connection.close();
    }

    /** Tidies up after a session, before others are given its connection. */
    default void afterUse(ConnectionLease lease, LeaseQueue leases) {}
}
