package dev.clientele.persistence.jdbc;

/** A pool of connections. Thread-safe. */
interface ConnectionPool extends AutoCloseable {

    /**
     * Acquires a connection that is in no transaction, waiting for one if need be.
     *
     * @throws dev.clientele.persistence.StorageUnavailableException if none is to be had in time
     * @throws IllegalStateException if this is closed
     */
    JdbcConnection acquire(boolean writing);

    /** Releases a connection from {@link #acquire}, in no transaction or {@linkplain JdbcConnection#markBroken broken}. */
    void release(JdbcConnection link, boolean writing);

    /** Closes every connection, also those in use. */
    @Override
    void close();

    /** Tells whether {@link #close} was called. */
    boolean isClosed();
}
