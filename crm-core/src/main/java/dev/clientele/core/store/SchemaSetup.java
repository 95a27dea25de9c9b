package dev.clientele.core.store;

import dev.clientele.persistence.Migration;
import dev.clientele.persistence.Schema;
import dev.clientele.persistence.Storage;
import dev.clientele.persistence.StorageException;

/**
 * Brings a storage to the schema of some types, beside those that others use it with: several may be set up on one storage, each
 * with types of its own, at the same time too. Immutable and thread-safe.
 */
public final class SchemaSetup {

    private final Storage storage;
    private final Schema wanted;

    /** Creates the set-up of a storage for these types. */
    public SchemaSetup(Storage storage, TypeRegistry types) {
        this.storage = storage;
        this.wanted = types.schema();
    }

    /**
     * Computes what is left to do. Reads, changes nothing.
     *
     * @throws dev.clientele.core.error.StorageSetupException if the schema can't be had
     * @throws dev.clientele.core.error.UnavailableException if the database is out of reach
     */
    public Migration migration() {
        try {
            return new TranslatedMigration(storage.migration(shared()));
        } catch (StorageException e) {
            throw StorageExceptionTranslator.translate(e);
        }
    }

    /** Does what is left to do, or only sees that nothing is; then sessions can be opened. */
    public void run(boolean validateOnly) {
        do {
            Migration migration = migration();
            if (validateOnly) {
                migration.validate();
            } else {
                migration.apply();
            }
        } while (!isReady());
    }

    /** Returns the schema with what others have opened this very storage for. */
    private Schema shared() {
        return storage.schema().map(wanted::including).orElse(wanted);
    }

    /** Returns false if another has meanwhile opened the storage without these types. */
    private boolean isReady() {
        return storage.schema().map(now -> now.including(wanted).equals(now)).orElse(true);
    }
}
