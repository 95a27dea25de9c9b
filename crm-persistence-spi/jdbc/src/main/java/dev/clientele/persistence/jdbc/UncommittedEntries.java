package dev.clientele.persistence.jdbc;

import dev.clientele.persistence.Position;
import java.util.List;

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

    /** Returns all of several; a transaction may append any number of times. */
    static UncommittedEntries anyOf(List<UncommittedEntries> appended) {
        return (position, appender) -> {
            for (UncommittedEntries each : appended) {
                if (each.include(position, appender)) {
                    return true;
                }
            }
            return false;
        };
    }
}
