package dev.clientele.core.store;

import dev.clientele.persistence.DocumentType;
import dev.clientele.persistence.LogType;
import dev.clientele.persistence.Migration;
import dev.clientele.persistence.Schema;
import dev.clientele.persistence.Storage;
import dev.clientele.persistence.StorageException;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Brings a storage to the schema of some types, beside those that others use it with: several may be set up on one storage, each
 * with types of its own, at the same time too. Immutable and thread-safe.
 */
public final class SchemaSetup {

    private final Storage storage;
    private final Schema wanted;
    private final Set<String> stepped;

    /** Creates the set-up of a storage for these types. */
    public SchemaSetup(Storage storage, TypeRegistry types) {
        this.storage = storage;
        this.wanted = types.schema();
        this.stepped = types.namesWithSteps();
    }

    /**
     * Computes what is left to do. Reads, changes nothing.
     *
     * @throws dev.clientele.core.error.StorageSetupException if the schema can't be had
     * @throws dev.clientele.core.error.UnavailableException if the database is out of reach
     */
    public Migration migration() {
        try {
            Schema shared = shared();
            Migration migration = storage.migration(shared);
            Schema former = withSteps(migration.retainedSchema());
            boolean complete = former.documents().isEmpty() && former.logs().isEmpty();
            return new TranslatedMigration(
                    complete ? migration : storage.migration(shared.including(former)),
                    () -> storage.migration(declared(shared)));
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

    /**
     * Returns the part of a schema whose types have steps from older versions: a step may ask for a value whose field nobody declares any
     * more.
     */
    private Schema withSteps(Schema retained) {
        return new Schema(
                retained.documents().stream()
                        .filter(type -> stepped.contains(type.name()))
                        .toList(),
                retained.logs().stream()
                        .filter(type -> stepped.contains(type.name()))
                        .toList());
    }

    /** Returns the declared types as these are, beside types that others have opened this very storage for. */
    private Schema declared(Schema shared) {
        Set<String> own = Stream.concat(
                        wanted.documents().stream().map(DocumentType::name),
                        wanted.logs().stream().map(LogType::name))
                .collect(Collectors.toSet());
        return wanted.including(new Schema(
                shared.documents().stream()
                        .filter(type -> !own.contains(type.name()))
                        .toList(),
                shared.logs().stream()
                        .filter(type -> !own.contains(type.name()))
                        .toList()));
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
