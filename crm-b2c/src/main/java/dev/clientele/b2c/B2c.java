package dev.clientele.b2c;

import dev.clientele.b2c.person.Person;
import dev.clientele.b2c.person.Persons;
import dev.clientele.b2c.purchase.Purchase;
import dev.clientele.b2c.purchase.PurchaseLedger;
import dev.clientele.b2c.purchase.PurchaseSettings;
import dev.clientele.b2c.purchase.Purchases;
import dev.clientele.b2c.scoring.Calibration;
import dev.clientele.b2c.scoring.Scoring;
import dev.clientele.core.CrmSession;
import dev.clientele.core.entity.Id;
import dev.clientele.core.entity.TypeSet;
import java.util.Objects;

/**
 * The door to selling to consumers.
 *
 * <pre>{@code
 * Crm crm = Crm.on(storage).types(B2c.types()).build();
 * B2c b2c = B2c.in(crm.session(TenantId.of("acme"), RevisionAuthor.user("alice")));
 * Person ana = b2c.persons().add(Person.named(PersonName.of("Ana", "Silva")));
 * b2c.purchases().record(Purchase.of("shop", "order-1001", ana, Money.of(GBP, 45), when));
 * }</pre>
 *
 * <p>Holds no resources. Thread-safe unless its session comes from within a transaction.
 */
public final class B2c {

    private final CrmSession session;

    private B2c(CrmSession session) {
        this.session = Objects.requireNonNull(session, "session");
    }

    /** All record and event types of selling to consumers. */
    public static TypeSet types() {
        return TypeSet.of(Person.TYPE, PurchaseSettings.TYPE, PurchaseLedger.TYPE, Calibration.TYPE)
                .with(Purchase.TYPE);
    }

    /** What this session's actor may do with this session's tenant; within a transaction, as part of it. */
    public static B2c in(CrmSession session) {
        return new B2c(session);
    }

    /** The persons. */
    public Persons persons() {
        return new Persons(session);
    }

    /** What they bought. */
    public Purchases purchases() {
        return new Purchases(session);
    }

    /** What may be expected of them. */
    public Scoring scoring() {
        return new Scoring(session);
    }

    /** Everything that happened between us and a person, purchases included. */
    public PersonTimeline timeline(Id<Person> person) {
        return new PersonTimeline(session, person);
    }
}
