package dev.clientele.core.store;

import dev.clientele.core.entity.Entity;
import dev.clientele.core.entity.RecordWrite;
import java.util.List;

/**
 * A rule over the writes of a record type, as the transaction that writes asks it. Thread-safe.
 *
 * @param <T> the record type
 */
public interface RecordRule<T extends Entity<T>> {

    /**
     * Checks records that are about to be written, or have been.
     *
     * @param scope the transaction, which sees all records
     * @throws dev.clientele.core.error.ClienteleException if one may not be written
     */
    void check(SessionContext scope, List<RecordWrite<T>> writes);

    /** Returns whether it is asked again after the write. */
    boolean isAskedAgain();
}
