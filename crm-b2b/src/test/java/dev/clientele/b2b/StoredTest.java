package dev.clientele.b2b;

import dev.clientele.b2b.account.Account;
import dev.clientele.b2b.team.SalesRep;
import dev.clientele.core.Crm;
import dev.clientele.core.CrmSession;
import dev.clientele.core.access.Actor;
import dev.clientele.persistence.Storage;
import dev.clientele.persistence.TenantId;
import java.nio.file.Path;
import java.time.Instant;
import org.joda.money.Money;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A CRM of new tenants for each test, with a clock that stands still. */
public abstract class StoredTest {

    protected static final Instant NOW = Instant.parse("2027-01-10T12:00:00Z");

    private final Store store;
    protected final SettableClock clock = new SettableClock(NOW);

    @TempDir
    protected Path folder;

    protected Storage storage;
    protected Crm crm;
    protected CrmSession session;
    protected B2b b2b;

    protected StoredTest(Store store) {
        this.store = store;
    }

    @BeforeEach
    void open() {
        open(store.share());
    }

    /** Goes on in a database of its own: for a test that changes the schema or opens the same data again. */
    protected void openAlone() {
        storage.close();
        open(store.open(folder));
    }

    private void open(Storage opened) {
        storage = opened;
        crm = Crm.on(storage).types(B2b.types()).clock(clock).build();
        session = crm.session(TenantId.of("acme"), Actor.user("alice"));
        b2b = B2b.in(session);
    }

    @AfterEach
    void close() {
        storage.close();
    }

    /** The CRM as one of many users has it, with the patience that everybody has. */
    protected B2b actor(int number) {
        return B2b.in(crm.session(TenantId.of("acme"), Actor.user("user" + number)));
    }

    protected Account account(String name) {
        return b2b.accounts().add(Account.named(name));
    }

    protected SalesRep rep(String name) {
        return b2b.teams().salesReps().add(SalesRep.named(name));
    }

    protected static Money eur(String amount) {
        return Money.parse("EUR " + amount);
    }

    protected static Money usd(String amount) {
        return Money.parse("USD " + amount);
    }
}
