package dev.clientele.persistence;

import dev.clientele.persistence.criteria.Criteria;
import dev.clientele.persistence.criteria.PageRequest;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A database that holds documents and logs: what an adapter implements. Thread-safe.
 *
 * <p>Before the first session {@link #migration} has to bring the database to a schema, by {@link Migration#apply} or {@link
 * Migration#validate}; sessions opened before that throw {@code IllegalStateException}.
 *
 * <p>Rules on tenants and waiting:
 *
 * <ul>
 *   <li><b>T10</b> {@link #tenants} lists every tenant that has committed a document or an entry, each once, over however many
 *       pages; none that was only read, or whose transactions were all rolled back.
 *   <li><b>T11</b> A session that is opened with a patience waits no longer than that for another, neither in being opened nor in what
 *       it does; what it would have to wait for longer is a {@link StorageUnavailableException}. Any length is allowed,
 *       also none and one below zero.
 * </ul>
 *
 * <p>Rules on schema:
 *
 * <ul>
 *   <li><b>S1</b> A migration's steps are the difference between the database and the declared schema; after {@link
 *       Migration#apply} there is none, and applying again does nothing.
 *   <li><b>S2</b> Adding document types, logs, fields, keys and indexes, and widening limits and scales, keeps everything
 *       that is stored. Types and fields no longer declared are left where they are, also in documents that are replaced
 *       meanwhile: declared again, they are as they were. Computed fields are no different. Keys and indexes hold nothing: one that is no longer declared for
 *       a type that is may go (one on a field that isn't declared either had better stay, since another program knows of both,
 *       rule S6), and one that is declared later is made of what is stored then. A key with other fields is
 *       another key; an adapter may refuse it under the same name.
 *   <li><b>S3</b> A change that isn't additive (another type, a smaller limit or scale, a field that is computed from now on or
 *       no longer, a key that stored documents break, a scale at which a stored value would have more than 18
 *       digits)
 *       is a {@link SchemaException} before anything is changed.
 *   <li><b>S4</b> Each step is recorded as it is done; a migration that was interrupted goes on where it stopped.
 *   <li><b>S5</b> Any number of processes may apply the same schema at once; one works, the others wait and find it done. A
 *       process that died while it worked doesn't keep the others out for longer than the lease.
 *   <li><b>S6</b> Storages of an older and of a newer schema may work on one database at once, as they do while a new version of an
 *       application replaces the old one. Each shows what its own schema declares, and takes nothing away that only the
 *       other's does; a key binds both where the migration that was applied last declares it.
 * </ul>
 *
 * <p>What no kit of tests can see is whether a disk has what it says it has: that a committed transaction survives a failure of
 * the power, by {@code fsync} or whatever the database calls it, is the adapter's word, to be given in its documentation.
 */
public interface Storage extends AutoCloseable {

    /**
     * Computes the migration that brings this database to a schema. Reads, changes nothing.
     *
     * @throws SchemaException if the database can't be brought there (rule S3)
     * @throws StorageUnavailableException if the database can't be reached
     */
    Migration migration(Schema schema);

    /**
     * Returns the schema that sessions are opened on now: that of the migration which was applied or validated last, through this very
     * object. Who shares the object with others applies a schema that {@linkplain Schema#including includes} it, and so takes
     * nothing away from them. By default it isn't told.
     */
    default Optional<Schema> schema() {
        return Optional.empty();
    }

    /**
     * Opens a session that only reads, on one consistent snapshot taken no later than its first read. Reading waits for no
     * writer, and no writer waits for reading.
     *
     * @throws StorageUnavailableException if none can be had in the time that the adapter is set to wait
     */
    StorageSession read(TenantId tenant);

    /**
     * Opens a session that only reads, and gives each answer from a snapshot of its own: for a single query that needs no
     * other beside it. By default the same as {@link #read}; an adapter whose database answers a single statement quicker
     * outside a transaction may make use of that.
     *
     * @throws StorageUnavailableException if none can be had in the time that the adapter is set to wait
     */
    default StorageSession readAutoCommit(TenantId tenant) {
        return read(tenant);
    }

    /**
     * Opens a session that reads and writes. It may wait for another writer's session to be closed.
     *
     * <p>It needn't stay on a snapshot: what it reads may be newer from one call to the next, never older. Decisions rest on
     * versions, so a guard document is read before what it guards.
     *
     * @throws StorageUnavailableException if none can be had in the time that the adapter is set to wait
     */
    StorageSession write(TenantId tenant);

    /**
     * Opens a session as {@link #write(TenantId)} does, for a caller with a patience of its own: opening the session, and each
     * wait for another transaction within it, take no longer than that, as far as the adapter can help it, nor than the
     * adapter is set to wait.
     *
     * @param patience the longest wait; none at all if zero or negative
     * @throws StorageUnavailableException if none can be had in that time
     */
    default StorageSession write(TenantId tenant, Duration patience) {
        return write(tenant);
    }

    /**
     * Opens a session inside a transaction of the host. Its writes become durable when the host commits and vanish when the
     * host rolls back; {@link StorageSession#commit} on it only checks that all was written.
     *
     * @throws UnsupportedException if the adapter can't join this kind of transaction, or can't keep the rules at the isolation
     *     level that the host has chosen for it
     */
    StorageSession join(TenantId tenant, HostTransaction host);

    /**
     * Lists tenants in ascending order of their names by code point: all that have committed a document or an entry, and
     * perhaps some of which nothing is left.
     *
     * @param after the last tenant seen; null to begin
     * @param limit 1 to {@link PageRequest#MAX_LIMIT}
     * @throws StorageUnavailableException if the database can't be reached
     */
    List<TenantId> tenants(@Nullable TenantId after, int limit);

    /**
     * Tells whether this adapter can push down an atom: a criteria that is no {@code AllOf}, {@code AnyOf} or {@code Not}.
     * The core never sends a criteria that has an unsupported atom; it evaluates those on what the rest of the query gives.
     * Sort keys, cursors and measures are always the adapter's.
     */
    default boolean supports(Criteria atom) {
        return true;
    }

    /**
     * Releases everything. Open sessions become unusable, which is an {@code IllegalStateException} as after their own
     * close; what wasn't committed is lost. Closing twice does nothing.
     */
    @Override
    void close();
}
