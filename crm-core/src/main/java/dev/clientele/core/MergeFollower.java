package dev.clientele.core;

import dev.clientele.core.entity.Entity;
import dev.clientele.core.entity.Id;

/**
 * Keeps in step with merges what is computed about the records of a type, such as the ledgers of persons' purchases. It is told
 * of each record that was put into another, and of each time that this was taken back, in the transaction that does it and
 * when all of that is done: the records, what refers to them and {@link dev.clientele.core.merge.MergedIds} are as they will be
 * committed. It is told at every door: of what was asked for, and of rows that would have been there twice.
 *
 * <p>It writes what is {@linkplain dev.clientele.core.entity.EntityTypeBuilder#derived computed} alone: nothing of it is taken back by
 * an undo, which tells it to compute anew. A computed row with the id of the absorbed record refers to the survivor by now,
 * unless a unique key has stood against that; what the follower leaves of such rows is removed afterwards.
 *
 * <p>Followers that are equal are told once. One that throws fails the merge, or its undo.
 *
 * @param <T> the record type
 */
public interface MergeFollower<T extends Entity<T>> {

    /**
     * Takes note that a record was put into another.
     *
     * @param transaction the session of the transaction that merges; it acts for the same actor, but sees and may change all records
     *     of the tenant
     * @param survivor the one that stayed, unless the same merge has put it into a further one
     * @param absorbed the one that went
     */
    void merged(CrmSession transaction, Id<T> survivor, Id<T> absorbed);

    /**
     * Takes note that this was taken back.
     *
     * @param transaction as for {@link #merged}
     * @param survivor the one that had stayed, as far as it is still there
     * @param absorbed the one that had gone, and is there again unless something stood against it
     */
    void undone(CrmSession transaction, Id<T> survivor, Id<T> absorbed);
}
