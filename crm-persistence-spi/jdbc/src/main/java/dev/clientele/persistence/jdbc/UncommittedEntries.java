package dev.clientele.persistence.jdbc;

import dev.clientele.persistence.Position;

/** The entries of a log that a transaction itself has appended, and which therefore aren't committed yet. */
@FunctionalInterface
interface UncommittedEntries {

    /**
     * Tells whether an entry is one of them.
     *
     * @param position where it will be
     * @param appender the number of the transaction that appended it; 0 where the database doesn't keep that
     */
    boolean include(Position position, long appender);

    /** Returns both these and others. */
    default UncommittedEntries and(UncommittedEntries others) {
        return (position, appender) -> include(position, appender) || others.include(position, appender);
    }
}
