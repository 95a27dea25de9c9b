package dev.clientele.persistence;

/**
 * A transaction that the host application has begun and will end.
 *
 * <p>Each adapter that supports joining has its own kind (for JDBC it wraps a connection) and refuses every other with an
 * {@link UnsupportedException}. A joined session never commits, rolls back or closes it and leaves its settings as they
 * were.
 */
public interface HostTransaction {}
