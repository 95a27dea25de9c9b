package dev.clientele.b2c.purchase;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clientele.b2c.B2c;
import dev.clientele.b2c.CardHolder;
import dev.clientele.b2c.Store;
import dev.clientele.b2c.person.Person;
import dev.clientele.core.Crm;
import dev.clientele.core.CrmSession;
import dev.clientele.core.access.Actor;
import dev.clientele.core.customer.PersonName;
import dev.clientele.core.entity.Id;
import dev.clientele.core.merge.Merge;
import dev.clientele.core.merge.Merges;
import dev.clientele.core.merge.SurvivorshipRule;
import dev.clientele.persistence.Storage;
import dev.clientele.persistence.TenantId;
import dev.clientele.testing.Race;
import java.time.Instant;
import java.util.List;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Tills that sell under all ids of a person, while two persons are merged and parted and a card goes from one to the other. */
@ParameterizedClass
@EnumSource(Store.class)
class IdentityRacesTest {

    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");
    private static final int TILLS = 8;
    private static final int SALES = 12;

    @Parameter
    Store store;

    private Storage storage;
    private CrmSession session;
    private Purchases purchases;
    private Person ana;
    private Person twin;
    private CardHolder card;

    @BeforeEach
    void open() {
        storage = store.share();
        session = Crm.on(storage)
                .types(B2c.types())
                .type(CardHolder.TYPE)
                .build()
                .session(TenantId.of("acme"), Actor.user("alice"));
        purchases = B2c.in(session).purchases();
        ana = B2c.in(session).persons().add(Person.named(PersonName.of("Ana")));
        twin = B2c.in(session).persons().add(Person.named(PersonName.of("Ana S.")));
        card = session.repository(CardHolder.TYPE).add(CardHolder.of(twin));
    }

    @AfterEach
    void close() {
        storage.close();
    }

    private void assertEachHasWhatTheLogSays(long ofTwin) {
        assertThat(purchases.all().count()).isEqualTo((TILLS - 1) * SALES);
        assertThat(purchases.ledgers().all().page(10).items())
                .allSatisfy(ledger -> assertThat(ledger.isOwn()).isTrue());
        assertThat(purchases.ledger(twin.id()).orElseThrow().get(PurchaseLedger.PURCHASES))
                .isEqualTo(ofTwin);
        assertThat(purchases.rebuild()).isZero();
    }

    private long sell(int till) {
        List<Id<Person>> ids = List.of(ana.id(), twin.id(), card.identity());
        for (int i = 0; i < SALES; i++) {
            purchases.record(
                    Purchase.of("till" + till, "order-" + i, ids.get(i % 3), Money.of(CurrencyUnit.GBP, 1), NOW));
        }
        return SALES;
    }

    @Test
    void no_purchase_is_lost_or_counted_for_both_when_persons_are_merged_and_parted_meanwhile() {
        Race.all(TILLS, till -> till == 0 ? mergeAndPart() : sell(till));

        assertEachHasWhatTheLogSays((TILLS - 1) * SALES * 2 / 3);
    }

    private long mergeAndPart() {
        for (int i = 0; i < 3; i++) {
            Merge merge = new Merges(session)
                    .merge(
                            Person.TYPE,
                            B2c.in(session).persons().get(ana.id()),
                            B2c.in(session).persons().get(twin.id()),
                            SurvivorshipRule.standard());
            new Merges(session).undo(merge);
        }
        return 0;
    }

    @Test
    void no_purchase_is_lost_or_counted_for_both_when_a_record_moves_meanwhile() {
        Race.all(TILLS, till -> till == 0 ? moveCard() : sell(till));

        assertEachHasWhatTheLogSays((TILLS - 1) * SALES * 2 / 3);
    }

    private long moveCard() {
        for (int i = 0; i < 6; i++) {
            Id<Person> to = i % 2 == 0 ? ana.id() : twin.id();
            session.runInTransaction(tx -> {
                CardHolder stored = tx.repository(CardHolder.TYPE).get(card.id());
                tx.repository(CardHolder.TYPE).save(stored.with(CardHolder.PERSON, to));
                B2c.in(tx).purchases().followIdentities(List.of(ana.id(), twin.id()));
            });
        }
        return 0;
    }

    @Test
    void no_purchase_of_a_shared_person_is_lost_when_persons_are_merged_and_parted_meanwhile() {
        purchases.share(ana.id());

        Race.all(TILLS, till -> till == 0 ? mergeAndPart() : sell(till));

        assertEachHasWhatTheLogSays((TILLS - 1) * SALES * 2 / 3);
    }
}
