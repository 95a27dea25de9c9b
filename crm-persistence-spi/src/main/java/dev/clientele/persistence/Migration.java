package dev.clientele.persistence;

import java.util.List;

/** The changes that bring a database to a declared schema. */
public interface Migration {

    /**
     * Returns the steps that are left, in order; empty if none is. As they were when this migration was made, or as they are
     * now: to be sure, ask {@link Storage#migration} again.
     */
    List<Step> steps();

    /**
     * Applies all steps and makes the storage ready for sessions on this schema.
     *
     * <p>Where sessions are open, of this storage or of another on the same database, it may wait for those that write to end, up
     * to what the adapter is set to wait: so never apply in a thread that has one open. A session that only reads goes on as
     * before, on the schema that it was opened under; one that writes either commits or is told by a retryable {@link
     * ConflictException} to begin anew.
     *
     * @throws SchemaException if a step can't be done
     * @throws StorageUnavailableException if the database can't be reached, or another process holds the lease, or another session
     *     writes, for too long
     */
    void apply();

    /**
     * Makes the storage ready for sessions on this schema if no step is left; changes nothing.
     *
     * @throws SchemaException if steps are left
     */
    void validate();

    /**
     * One change of the database's schema.
     *
     * @param description in a few words, such as {@code add field industry to account}
     * @param statement what the database will be told, printable and runnable by hand; empty where there is no language
     */
    record Step(String description, String statement) {}
}
