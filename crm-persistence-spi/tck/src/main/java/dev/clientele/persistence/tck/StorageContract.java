package dev.clientele.persistence.tck;

import dev.clientele.persistence.Storage;
import dev.clientele.persistence.StorageSession;
import dev.clientele.persistence.TenantId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;

/**
 * The common part of all suites: one storage on {@link SampleSchema} per suite, and tenants that are new in each test.
 *
 * <p>A suite is run by a class that extends it and says where storages come from. {@link StorageConformance} has all suites
 * at once.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DisplayNameGeneration(RuleDisplayNames.class)
@Timeout(value = 5, unit = TimeUnit.MINUTES)
public abstract class StorageContract {

    private final List<StorageSession> sessions = new ArrayList<>();
    private @Nullable StorageFixture fixture;
    private @Nullable Storage storage;
    private int tenants;

    /** Creates the suite; for subclasses. */
    protected StorageContract() {}

    /** Returns a fixture with an empty database. Called once per suite, and by some tests for another one. */
    protected abstract StorageFixture fixture();

    /** Returns the suite's fixture. */
    final StorageFixture sharedFixture() {
        if (fixture == null) {
            fixture = fixture();
        }
        return fixture;
    }

    /** Returns the suite's storage. */
    final Storage storage() {
        if (storage == null) {
            storage = sharedFixture().open();
            storage.migration(SampleSchema.SCHEMA).apply();
        }
        return storage;
    }

    final boolean has(Capability capability) {
        return sharedFixture().capabilities().contains(capability);
    }

    /** Tells whether sessions may collide, and rules D11 and L8 hold less far. */
    final boolean writesOnSnapshots() {
        return sharedFixture().writesOnSnapshots();
    }

    /** Returns a tenant that no test has used. */
    final TenantId newTenant() {
        return TenantId.of("tenant-" + ++tenants);
    }

    /** Returns the storage of a tenant that no test has used. */
    final TenantStorage newTenantStorage() {
        return new TenantStorage(storage(), newTenant());
    }

    /** Registers a session to be closed after the test at the latest, and returns it. */
    final StorageSession closeAfterTest(StorageSession session) {
        sessions.add(session);
        return session;
    }

    /** Closes what a test left open, so that no test hinders the next. */
    @AfterEach
    protected final void closeSessions() {
        sessions.forEach(StorageSession::close);
        sessions.clear();
    }

    /** Closes the suite's storage and fixture. */
    @AfterAll
    protected final void closeStorage() {
        if (storage != null) {
            storage.close();
        }
        if (fixture != null) {
            fixture.close();
        }
    }
}
