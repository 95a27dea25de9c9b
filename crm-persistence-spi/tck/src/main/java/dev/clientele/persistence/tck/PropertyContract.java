package dev.clientele.persistence.tck;

import dev.clientele.persistence.Storage;
import dev.clientele.persistence.TenantId;
import net.jqwik.api.lifecycle.AddLifecycleHook;
import net.jqwik.api.lifecycle.AfterProperty;
import net.jqwik.api.lifecycle.PropagationMode;
import org.jspecify.annotations.Nullable;

/**
 * The common part of all properties: one storage on {@link SampleSchema} per property, and tenants that are new in each try.
 *
 * <p>A failing property prints its seed; the system property {@value #SEED} runs it again from there, and {@value #TRIES}
 * says how many samples are tried.
 */
@AddLifecycleHook(value = SeedHook.class, propagateTo = PropagationMode.ALL_DESCENDANTS)
public abstract class PropertyContract {

    /** The system property for the seed of all properties. */
    public static final String SEED = "clientele.kit.seed";

    /** The system property for the number of samples that each property tries. */
    public static final String TRIES = "clientele.kit.tries";

    private @Nullable StorageFixture fixture;
    private @Nullable Storage storage;
    private @Nullable Storage second;
    private int tenants;

    /** Creates the suite; for subclasses. */
    PropertyContract() {}

    /** Returns a new fixture with an empty database. */
    protected abstract StorageFixture fixture();

    final StorageFixture sharedFixture() {
        if (fixture == null) {
            fixture = fixture();
        }
        return fixture;
    }

    final Storage storage() {
        if (storage == null) {
            storage = sharedFixture().open();
            storage.migration(SampleSchema.SCHEMA).apply();
        }
        return storage;
    }

    /** Returns another storage on the same database, if the adapter can have two open; else the same one. */
    final Storage secondStorage() {
        Storage first = storage();
        if (!sharedFixture().capabilities().contains(Capability.CONCURRENT_STORAGES)) {
            return first;
        }
        if (second == null) {
            second = sharedFixture().open();
            second.migration(SampleSchema.SCHEMA).validate();
        }
        return second;
    }

    /** Returns a number that no try had. */
    final int newNumber() {
        return ++tenants;
    }

    /** Returns the storage of a tenant that no try has used. */
    final TenantStorage newTenantStorage() {
        return new TenantStorage(storage(), TenantId.of("tenant-" + newNumber()));
    }

    /** Closes the storage and the fixture of a property. */
    @AfterProperty
    protected final void closeStorage() {
        if (second != null) {
            second.close();
            second = null;
        }
        if (storage != null) {
            storage.close();
            storage = null;
        }
        if (fixture != null) {
            fixture.close();
            fixture = null;
        }
    }
}
