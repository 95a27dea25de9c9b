package dev.clientele.persistence;

import java.util.List;

/** The way from what a database holds to a declared schema. */
public interface Migration {

    /**
     * What is left to do, in order; empty if nothing is. As it was when this migration was made, or as it is now: to be sure,
     * ask {@link Storage#migration} again.
     */
    List<Step> steps();

    /**
     * Does all steps and makes the storage ready for sessions on this schema.
     *
     * @throws SchemaException if a step can't be done
     * @throws StorageUnavailableException if the database can't be reached or another process holds the lease for too long
     */
    void apply();

    /**
     * Changes nothing, and makes the storage ready for sessions on this schema if no step is left.
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
