package dev.clientele.persistence.jdbc;

import dev.clientele.persistence.StorageException;
import java.sql.SQLException;

/** The database transaction that a session works in: its own, or a host's. */
interface SessionTransaction {

    /** Returns the connection. */
    JdbcConnection link();

    /** Begins a snapshot for all statements that follow, if this was opened for a single query. */
    default void beginSnapshot() {}

    /** Tells whether this may write. */
    boolean isWriting();

    /** Tells whether this is a host's, in which others may have done things before. */
    boolean isJoined();

    /** Runs reading work in a short transaction beside this one, which sees only what is committed. */
    <R> R inSeparateTransaction(JdbcCallback<R> work) throws SQLException;

    /** Runs work that has to be done wholly or not at all, also if the transaction goes on after it failed. */
    <R> R atomically(JdbcCallback<R> work) throws SQLException;

    /** Makes what was done durable, unless that is the host's to decide. */
    void commit() throws SQLException;

    /**
     * Releases the connection; what wasn't committed is undone, unless that is the host's to decide. Doing it twice does
     * nothing.
     */
    void end();

    /** Work on the connection. */
    @FunctionalInterface
    interface JdbcCallback<R> {
        /**
         * Does the work.
         *
         * @throws StorageException if it is refused
         */
        R apply(JdbcConnection link) throws SQLException;
    }
}
