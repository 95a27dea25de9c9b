package dev.clientele.persistence.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;

/** A host's transaction, which is never begun, committed, rolled back or closed here. */
final class JoinedTransaction implements SessionTransaction {

    private static final String SAVEPOINT = "clientele_joined";

    private final ConnectionPool connections;
    private final Dialect dialect;
    private final ConnectionLease lease;
    private final JdbcConnection link;

    /** Joins on the host's connection; the pool's serve to look at what is committed. */
    JoinedTransaction(Connection host, ConnectionPool connections, Dialect dialect) {
        this.link = new JdbcConnection(host);
        this.lease = connections
                .leases()
                .enter(SessionKind.JOINED, Deadline.in(Duration.ZERO))
                .with(link);
        this.connections = connections;
        this.dialect = dialect;
    }

    @Override
    public boolean isJoined() {
        return true;
    }

    @Override
    public <R> R inSeparateTransaction(JdbcCallback<R> work) throws SQLException {
        return OwnTransaction.inReadTransaction(connections, dialect, work);
    }

    @Override
    public JdbcConnection link() {
        return lease.link();
    }

    @Override
    public boolean isWriting() {
        return true;
    }

    /** The host may well commit after one of our batches failed, so that the part that was done has to be undone. */
    @Override
    public <R> R atomically(JdbcCallback<R> work) throws SQLException {
        link.execute("savepoint " + SAVEPOINT);
        R result;
        try {
            result = work.apply(link);
        } catch (SQLException | RuntimeException e) {
            undo(e);
            throw e;
        }
        link.execute("release savepoint " + SAVEPOINT);
        return result;
    }

    private void undo(Exception failure) {
        link.closeStatements();
        try {
            link.execute("rollback to savepoint " + SAVEPOINT);
            link.execute("release savepoint " + SAVEPOINT);
        } catch (SQLException e) {
            failure.addSuppressed(e);
        }
    }

    @Override
    public void commit() {
        // All has been written; whether it stays is the host's to decide.
    }

    @Override
    public void end() {
        link.closeStatements();
        connections.leases().leave(lease);
    }
}
