package dev.clientele.core.store;

import dev.clientele.core.entity.Entity;
import dev.clientele.core.entity.Id;

/**
 * Somebody who is told of merges of a record type, in the transaction that merges. Thread-safe.
 *
 * @param <T> the record type
 */
public interface MergeHook<T extends Entity<T>> {

    /** Takes note that a record was put into another; the transaction sees all records. */
    void merged(SessionContext transaction, Id<T> survivor, Id<T> absorbed);

    /** Takes note that this was taken back. */
    void undone(SessionContext transaction, Id<T> survivor, Id<T> absorbed);
}
