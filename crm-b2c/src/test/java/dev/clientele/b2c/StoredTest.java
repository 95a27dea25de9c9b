package dev.clientele.b2c;

import dev.clientele.b2c.person.Person;
import dev.clientele.core.Crm;
import dev.clientele.core.CrmSession;
import dev.clientele.core.access.Actor;
import dev.clientele.core.customer.PersonName;
import dev.clientele.persistence.Storage;
import dev.clientele.persistence.TenantId;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.joda.money.Money;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A CRM of new tenants for each test. */
public abstract class StoredTest {

    public static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");

    private final Store store;

    @TempDir
    protected Path folder;

    protected Storage storage;
    protected Crm crm;
    protected CrmSession session;
    protected B2c b2c;

    protected StoredTest(Store store) {
        this.store = store;
    }

    @BeforeEach
    void open() {
        storage = store.share();
        crm = Crm.on(storage)
                .types(B2c.types())
                .clock(Clock.fixed(NOW, ZoneOffset.UTC))
                .build();
        session = crm.session(TenantId.of("acme"), Actor.user("alice"));
        b2c = B2c.in(session);
    }

    @AfterEach
    void close() {
        storage.close();
    }

    protected Person person(String name) {
        return b2c.persons().add(Person.named(PersonName.of(name)));
    }

    protected static Money gbp(String amount) {
        return Money.parse("GBP " + amount);
    }
}
