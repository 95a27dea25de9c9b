package dev.clientele.persistence.jdbc;

/** Where connections come from. Thread-safe. */
interface ConnectionPool extends AutoCloseable {

    /**
     * Takes a connection that is in no transaction, waiting for one if need be.
     *
     * @throws dev.clientele.persistence.StorageUnavailableException if none is to be had in time
     * @throws IllegalStateException if this is closed
     */
    JdbcConnection acquire(boolean writing);

    /** Gives back what {@link #acquire} gave, in no transaction or {@linkplain JdbcConnection#markBroken broken}. */
    void release(JdbcConnection link, boolean writing);

    /** Closes every connection, also those in use. */
    @Override
    void close();

    /** Whether {@link #close} was called. */
    boolean isClosed();
}
