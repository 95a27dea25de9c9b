package dev.clientele.persistence.jdbc;

import java.time.Duration;

/** A pool of connections. Thread-safe. */
interface ConnectionPool extends AutoCloseable {

    /**
     * Acquires a connection that is in no transaction, waiting for one if need be.
     *
     * @throws dev.clientele.persistence.StorageUnavailableException if none is to be had in time
     * @throws IllegalStateException if this is closed, or this thread itself holds all that there are
     */
    ConnectionLease acquire(boolean writing, Deadline deadline);

    /** Releases a connection from {@link #acquire}, in no transaction or {@linkplain JdbcConnection#markBroken broken}. */
    void release(ConnectionLease lease);

    /** Returns the queue in which those stand who acquire a connection, and who have one. */
    LeaseQueue leases();

    /** Returns the longest wait of a call that has no deadline of its own. */
    Duration maxWait();

    /** Returns the deadline of a call that begins now. */
    default Deadline deadline() {
        return Deadline.in(maxWait());
    }

    /** Closes every connection, also those in use. */
    @Override
    void close();

    /** Tells whether {@link #close} was called. */
    boolean isClosed();
}
