package dev.clientele.persistence.tck;

import dev.clientele.persistence.HostTransaction;

/** The handle of a host's transaction, for the suites, which play the host. */
public interface HostTransactionHandle extends AutoCloseable {

    /** Returns the transaction for sessions to join. */
    HostTransaction transaction();

    /** Commits as the host does. */
    void commit();

    /** Rolls back as the host does. */
    void rollback();

    /**
     * Tells whether the host's transaction is still open and its settings are as the host left them (for JDBC: the
     * connection is open and auto-commit is off).
     */
    boolean isIntact();

    /** Rolls back unless ended, and releases what the host holds. */
    @Override
    void close();
}
