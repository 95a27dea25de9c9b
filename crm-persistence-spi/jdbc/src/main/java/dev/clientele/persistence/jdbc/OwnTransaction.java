package dev.clientele.persistence.jdbc;

import dev.clientele.persistence.StorageUnavailableException;
import java.sql.SQLException;

/** A transaction of this adapter on a connection of its own. */
final class OwnTransaction implements SessionTransaction {

    private final ConnectionPool connections;
    private final Dialect dialect;
    private final ConnectionLease lease;
    private final JdbcConnection link;
    private final boolean writing;
    private final Deadline deadline;
    private boolean running;
    private boolean released;

    private OwnTransaction(ConnectionPool connections, Dialect dialect, boolean writing, Deadline deadline) {
        this.connections = connections;
        this.dialect = dialect;
        this.lease = connections.acquire(writing, deadline);
        this.link = lease.connection();
        this.writing = writing;
        this.deadline = deadline;
    }

    /**
     * Acquires a connection, waiting for it if need be, and begins.
     *
     * @throws dev.clientele.persistence.StorageUnavailableException if none is to be had in time
     */
    static OwnTransaction begin(ConnectionPool connections, Dialect dialect, boolean writing, Deadline deadline) {
        OwnTransaction transaction = new OwnTransaction(connections, dialect, writing, deadline);
        try {
            transaction.beginSnapshot();
            return transaction;
        } finally {
            if (!transaction.running) {
                transaction.end();
            }
        }
    }

    /** Returns a transaction for a single query, for which nothing is begun if the database can do without. */
    static OwnTransaction autoCommit(ConnectionPool connections, Dialect dialect) {
        OwnTransaction transaction = new OwnTransaction(connections, dialect, false, connections.deadline());
        boolean ready = false;
        try {
            if (!dialect.useAutoCommit(transaction.link)) {
                transaction.beginSnapshot();
            }
            ready = true;
            return transaction;
        } catch (SQLException e) {
            transaction.link.markBroken();
            throw dialect.translate(e, false);
        } finally {
            if (!ready) {
                transaction.end();
            }
        }
    }

    @Override
    public void beginSnapshot() {
        if (!running) {
            try {
                begin();
                running = true;
            } catch (SQLException e) {
                if (!dialect.isHeldUp(e)) {
                    link.markBroken();
                }
                throw dialect.translate(e, false);
            }
        }
    }

    /** Begins, and again as long as there is time and another process is in the way. */
    private void begin() throws SQLException {
        while (true) {
            lease.touch();
            try {
                dialect.begin(link, writing, deadline);
                return;
            } catch (SQLException e) {
                if (!dialect.isHeldUp(e) || deadline.hasPassed() || connections.isClosed()) {
                    throw e;
                }
            }
            connections.leases().report().retried();
            if (Thread.currentThread().isInterrupted()) {
                throw new StorageUnavailableException("interrupted while another process held the database", null);
            }
        }
    }

    @Override
    public JdbcConnection link() {
        return lease.link();
    }

    @Override
    public boolean isWriting() {
        return writing;
    }

    @Override
    public boolean isJoined() {
        return false;
    }

    @Override
    public <R> R inSeparateTransaction(JdbcCallback<R> work) throws SQLException {
        return inReadTransaction(connections, dialect, work);
    }

    /** Runs reading work in a transaction of its own. */
    static <R> R inReadTransaction(ConnectionPool connections, Dialect dialect, JdbcCallback<R> work)
            throws SQLException {
        OwnTransaction transaction = begin(connections, dialect, false, connections.deadline());
        try {
            return work.apply(transaction.link());
        } finally {
            transaction.end();
        }
    }

    /** A session whose work failed can only be closed, and that undoes everything. */
    @Override
    public <R> R atomically(JdbcCallback<R> work) throws SQLException {
        return work.apply(link);
    }

    @Override
    public void commit() throws SQLException {
        try {
            dialect.commit(link);
            running = false;
        } finally {
            if (running) {
                link.markBroken();
            }
        }
    }

    @Override
    public void end() {
        if (released) {
            return;
        }
        released = true;
        try {
            if (running && !link.isBroken()) {
                dialect.rollback(link);
            }
        } catch (SQLException e) {
            link.markBroken();
        } finally {
            running = false;
            connections.release(lease);
        }
    }
}
