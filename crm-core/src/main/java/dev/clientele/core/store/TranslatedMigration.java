package dev.clientele.core.store;

import dev.clientele.persistence.Migration;
import dev.clientele.persistence.Schema;
import dev.clientele.persistence.StorageException;
import java.util.List;
import java.util.function.Supplier;

/** A migration whose failures are those of the library. */
final class TranslatedMigration implements Migration {

    private final Migration migration;
    private final Supplier<Migration> declared;

    /** Creates the migration of a storage, and that to what is declared alone, which tells what isn't. */
    TranslatedMigration(Migration migration, Supplier<Migration> declared) {
        this.migration = migration;
        this.declared = declared;
    }

    @Override
    public List<Step> steps() {
        return translated(migration::steps);
    }

    @Override
    public List<Retained> retained() {
        return translated(() -> declared.get().retained());
    }

    @Override
    public Schema retainedSchema() {
        return translated(() -> declared.get().retainedSchema());
    }

    @Override
    public void apply() {
        translated(() -> {
            migration.apply();
            return true;
        });
    }

    @Override
    public void validate() {
        translated(() -> {
            migration.validate();
            return true;
        });
    }

    private static <R> R translated(Supplier<R> work) {
        try {
            return work.get();
        } catch (StorageException e) {
            throw StorageExceptionTranslator.translate(e);
        }
    }
}
