package dev.clientele.core.store;

import dev.clientele.persistence.Migration;
import dev.clientele.persistence.StorageException;
import java.util.List;
import java.util.function.Supplier;

/** A migration whose failures are those of the library. */
final class TranslatedMigration implements Migration {

    private final Migration migration;

    TranslatedMigration(Migration migration) {
        this.migration = migration;
    }

    @Override
    public List<Step> steps() {
        return translated(migration::steps);
    }

    @Override
    public List<Retained> retained() {
        return translated(migration::retained);
    }

    @Override
    public String script() {
        return translated(migration::script);
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
