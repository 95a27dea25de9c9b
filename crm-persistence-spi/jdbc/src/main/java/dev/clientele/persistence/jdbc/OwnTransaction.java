package dev.clientele.persistence.jdbc;

import java.sql.SQLException;

/** A transaction of this adapter on a connection of its own. */
final class OwnTransaction implements SessionTransaction {

    private final ConnectionPool connections;
    private final Dialect dialect;
    private final JdbcConnection link;
    private final boolean writing;
    private boolean running;
    private boolean released;

    private OwnTransaction(ConnectionPool connections, Dialect dialect, JdbcConnection link, boolean writing) {
        this.connections = connections;
        this.dialect = dialect;
        this.link = link;
        this.writing = writing;
    }

    /**
     * Acquires a connection, waiting for it if need be, and begins.
     *
     * @throws dev.clientele.persistence.StorageUnavailableException if none is to be had in time
     */
    static OwnTransaction begin(ConnectionPool connections, Dialect dialect, boolean writing) {
        JdbcConnection link = connections.acquire(writing);
        OwnTransaction transaction = new OwnTransaction(connections, dialect, link, writing);
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
        JdbcConnection link = connections.acquire(false);
        OwnTransaction transaction = new OwnTransaction(connections, dialect, link, false);
        boolean ready = false;
        try {
            if (!dialect.useAutoCommit(link)) {
                transaction.beginSnapshot();
            }
            ready = true;
            return transaction;
        } catch (SQLException e) {
            link.markBroken();
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
                dialect.begin(link, writing);
                running = true;
            } catch (SQLException e) {
                link.markBroken();
                throw dialect.translate(e, false);
            }
        }
    }

    @Override
    public JdbcConnection link() {
        return link;
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
        OwnTransaction transaction = begin(connections, dialect, false);
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
            connections.release(link, writing);
        }
    }
}
