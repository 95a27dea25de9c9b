package dev.clientele.core;

import dev.clientele.core.access.Actor;
import dev.clientele.core.change.Change;
import dev.clientele.core.change.Delivery;
import dev.clientele.core.entity.Repository;
import dev.clientele.persistence.Storage;
import dev.clientele.persistence.TenantId;
import dev.clientele.testing.DatabaseKind;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** A CRM of vessels, voyages and sightings, on each database, at a time that stands still. */
@ParameterizedClass(name = "on {0}")
@EnumSource(DatabaseKind.class)
abstract class StoredTest {

    static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");
    static final TenantId ACME = TenantId.of("acme");

    /** Serves a listener on the thread that has committed, however long that takes on a busy machine. */
    static final Delivery UNHURRIED = Delivery.afterCommit(10_000, Duration.ofDays(1));

    @Parameter
    DatabaseKind database;

    @TempDir
    Path folder;

    final SetClock clock = new SetClock(NOW);
    final Random random = new Random(42);
    final List<Change> heard = new ArrayList<>();
    Storage storage;
    Crm crm;
    CrmSession session;
    Repository<Vessel> vessels;
    Repository<Voyage> voyages;

    @BeforeEach
    void open() {
        open(database.share());
    }

    /** Goes on in a database of its own: for a test that changes the schema or opens the same data again. */
    void openAlone() {
        storage.close();
        open(database.open(folder));
    }

    private void open(Storage opened) {
        storage = opened;
        crm = crm(settings -> settings.listener("heard", (tenant, change) -> heard.add(change), UNHURRIED));
        session = crm.session(ACME, Actor.user("alice"));
        vessels = session.repository(Vessel.TYPE);
        voyages = session.repository(Voyage.TYPE);
    }

    @AfterEach
    void close() {
        storage.close();
    }

    /** A CRM on the same storage with further settings. */
    Crm crm(UnaryOperator<CrmBuilder> settings) {
        return settings.apply(Crm.on(storage)
                        .type(Vessel.TYPE)
                        .type(Voyage.TYPE)
                        .type(Sighting.TYPE)
                        .clock(clock)
                        .random(random))
                .build();
    }

    /** The records as they are stored, without anybody's policy. */
    List<Vessel> storedVessels() {
        try (var all = vessels.all().stream()) {
            return all.toList();
        }
    }
}
