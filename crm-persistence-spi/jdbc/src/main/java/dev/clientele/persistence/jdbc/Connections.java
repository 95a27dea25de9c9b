package dev.clientele.persistence.jdbc;

/** Where connections come from. Thread-safe. */
interface Connections extends AutoCloseable {

    /**
     * Takes a connection that is in no transaction, waiting for one if need be.
     *
     * @throws dev.clientele.persistence.UnavailableException if none is to be had in time
     * @throws IllegalStateException if this is closed
     */
    Link take(boolean writing);

    /** Gives back what {@link #take} gave, in no transaction or {@linkplain Link#markBroken broken}. */
    void give(Link link, boolean writing);

    /** Closes every connection, also those in use. */
    @Override
    void close();

    /** Whether {@link #close} was called. */
    boolean isClosed();
}
