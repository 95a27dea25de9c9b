package dev.clientele.b2c.purchase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.clientele.b2c.B2c;
import dev.clientele.b2c.CardHolder;
import dev.clientele.b2c.analytics.PurchaseBook;
import dev.clientele.b2c.person.Person;
import dev.clientele.core.Crm;
import dev.clientele.core.CrmSession;
import dev.clientele.core.access.Actor;
import dev.clientele.core.customer.PersonName;
import dev.clientele.core.entity.Id;
import dev.clientele.core.error.InvalidException;
import dev.clientele.core.interaction.Interaction;
import dev.clientele.core.merge.Merge;
import dev.clientele.core.merge.Merges;
import dev.clientele.core.merge.SurvivorshipRule;
import dev.clientele.persistence.Storage;
import dev.clientele.persistence.TenantId;
import dev.clientele.testing.DatabaseKind;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Purchases belong to whom the id leads to under which they were logged: after a merge, after its undo, after a record has moved. */
@ParameterizedClass
@EnumSource(DatabaseKind.class)
class IdentityPurchasesTest {

    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");

    @Parameter
    DatabaseKind database;

    private Storage storage;
    private CrmSession session;
    private Purchases purchases;
    private Person ana;
    private Person twin;
    private CardHolder card;

    @BeforeEach
    void two_persons_and_a_card() {
        storage = database.share();
        session = Crm.on(storage)
                .types(B2c.types())
                .type(CardHolder.TYPE)
                .clock(Clock.fixed(NOW, ZoneOffset.UTC))
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

    private Merge merge() {
        return new Merges(session).merge(Person.TYPE, ana, twin, SurvivorshipRule.standard());
    }

    private void undo(Merge merge) {
        assertThat(new Merges(session).undo(merge).conflicts()).isEmpty();
    }

    private void moveCardTo(Person person) {
        session.runInTransaction(tx -> {
            CardHolder stored = tx.repository(CardHolder.TYPE).get(card.id());
            tx.repository(CardHolder.TYPE).save(stored.with(CardHolder.PERSON, person.id()));
            B2c.in(tx).purchases().followIdentities(List.of(stored.require(CardHolder.PERSON), person.id()));
        });
    }

    private void buys(Id<Person> who, String order, int daysAgo, int pounds) {
        purchases.record(Purchase.of("shop", order, who, pounds(pounds), daysAgo(daysAgo)));
    }

    private void refund(Id<Person> who, String id, String order, int daysAgo, int pounds) {
        purchases.record(Purchase.refund("shop", id, who, pounds(pounds), daysAgo(daysAgo))
                .withOriginal("shop", order));
    }

    private static Money pounds(int pounds) {
        return Money.of(CurrencyUnit.GBP, pounds);
    }

    private static Instant daysAgo(int days) {
        return NOW.minus(Duration.ofDays(days));
    }

    /** The ledger's days as text, and whether it is shared: all that it says. */
    private String state(Person person) {
        Optional<PurchaseLedger> stored = purchases.ledgers().find(PurchaseLedger.idOf(person.id()));
        return stored.map(ledger -> ledger.isShared() + " " + ledger.find(PurchaseLedger.DAYS) + " " + ledger.awaited())
                .orElse("none");
    }

    private Map<String, String> states() {
        return new TreeMap<>(Map.of("ana", state(ana), "twin", state(twin)));
    }

    private long bought(Person person) {
        return purchases
                .ledger(person.id())
                .map(ledger -> ledger.getOrDefault(PurchaseLedger.PURCHASES, 0L))
                .orElse(0L);
    }

    /** There is one ledger a person at most, and the log says what it says. */
    private void assertLedgersAreRight(int ledgers) {
        assertThat(purchases.ledgers().all().page(10).items())
                .hasSize(ledgers)
                .allSatisfy(ledger -> assertThat(ledger.id()).isEqualTo(PurchaseLedger.idOf(ledger.person())));
        assertThat(purchases.rebuild()).isZero();
    }

    @Test
    void a_merged_person_has_one_ledger_with_the_purchases_of_both_and_one_history() {
        buys(ana.id(), "a1", 30, 10);
        buys(twin.id(), "t1", 20, 5);
        buys(twin.id(), "t2", 10, 5);

        merge();

        assertThat(bought(ana)).isEqualTo(3);
        assertThat(purchases.history(ana.id(), CurrencyUnit.GBP).orElseThrow().days())
                .isEqualTo(3);
        assertThat(purchases.ledgers().find(PurchaseLedger.idOf(twin.id()))).isEmpty();
        assertThat(purchases.ledger(twin.id())).isEqualTo(purchases.ledger(ana.id()));
        assertThat(purchases.byPerson(ana.id()).page(10).items())
                .extracting(Purchase::key)
                .containsExactly("shop:t2", "shop:t1", "shop:a1");
        assertLedgersAreRight(1);
    }

    @Test
    void an_undo_gives_back_both_ledgers_as_if_nothing_had_been() {
        buys(ana.id(), "a1", 30, 10);
        buys(twin.id(), "t1", 20, 5);
        Map<String, String> before = states();

        undo(merge());

        assertThat(states()).isEqualTo(before);
        assertLedgersAreRight(2);
    }

    @Test
    void a_merge_of_those_of_whom_one_or_none_has_bought_leaves_what_there_is() {
        undo(merge());
        assertThat(states()).containsOnly(Map.entry("ana", "none"), Map.entry("twin", "none"));

        buys(twin.id(), "t1", 20, 5);
        String twins = state(twin);
        ana = B2c.in(session).persons().get(ana.id());
        twin = B2c.in(session).persons().get(twin.id());
        Merge merge = merge();

        assertThat(state(ana)).isEqualTo(twins);
        undo(merge);
        assertThat(states()).containsOnly(Map.entry("ana", "none"), Map.entry("twin", twins));
    }

    @Test
    void what_is_bought_under_an_old_id_meanwhile_counts_for_the_survivor_and_after_the_undo_for_its_own() {
        buys(ana.id(), "a1", 30, 10);
        Merge merge = merge();

        buys(twin.id(), "t1", 20, 5);
        buys(ana.id(), "a2", 10, 5);
        buys(card.identity(), "c1", 9, 5);

        assertThat(bought(ana)).isEqualTo(4);
        assertThat(purchases.find("shop", "t1").orElseThrow().person()).isEqualTo(twin.id());
        assertLedgersAreRight(1);
        undo(merge);
        assertThat(bought(ana)).isEqualTo(2);
        assertThat(bought(twin)).isEqualTo(2);
        assertLedgersAreRight(2);
    }

    @Test
    void what_is_bought_under_the_id_of_a_record_is_the_persons_and_goes_with_the_record() {
        buys(twin.id(), "t1", 20, 5);
        buys(card.identity(), "c1", 9, 5);
        assertThat(bought(twin)).isEqualTo(2);
        assertThat(purchases.find("shop", "c1").orElseThrow().person()).isEqualTo(card.identity());

        moveCardTo(ana);

        assertThat(bought(ana)).isEqualTo(1);
        assertThat(bought(twin)).isEqualTo(1);
        assertThat(B2c.in(session).timeline(ana.id()).page(5).items())
                .extracting(Interaction::key)
                .containsExactly("shop:c1");
        assertLedgersAreRight(2);
        moveCardTo(twin);
        assertThat(state(ana)).isEqualTo("none");
        assertThat(bought(twin)).isEqualTo(2);
    }

    @Test
    void a_wrong_id_is_refused() {
        assertThatThrownBy(() -> buys(Id.parse("00000000-0000-7000-8000-000000000001"), "w", 1, 1))
                .isInstanceOf(InvalidException.class);
        assertThat(purchases.all().count()).isZero();
    }

    @Test
    void a_refund_lowers_the_day_of_a_purchase_that_was_logged_under_another_identity() {
        buys(card.identity(), "c1", 30, 10);
        buys(twin.id(), "t1", 20, 10);

        refund(twin.id(), "r1", "c1", 5, 4);
        Merge merge = merge();
        refund(ana.id(), "r2", "t1", 5, 3);
        refund(ana.id(), "r3", "c1", 4, 1);

        PurchaseHistory days = purchases.history(ana.id(), CurrencyUnit.GBP).orElseThrow();
        assertThat(days.days()).isEqualTo(2);
        assertThat(days.refunded(0)).isEqualTo(500);
        assertThat(days.refunded(1)).isEqualTo(300);
        assertLedgersAreRight(1);
        undo(merge);
        assertThat(purchases.ledger(ana.id()).orElseThrow().get(PurchaseLedger.AWAITED))
                .isEqualTo(2);
        assertLedgersAreRight(2);
    }

    @Test
    void refunds_that_wait_for_a_purchase_of_the_other_settle_by_the_merge_and_wait_again_after_the_undo() {
        refund(ana.id(), "r1", "t1", 5, 4);
        refund(twin.id(), "r2", "t9", 4, 2);
        buys(twin.id(), "t1", 20, 10);
        Map<String, String> before = states();

        Merge merge = merge();

        assertThat(purchases.ledger(ana.id()).orElseThrow().get(PurchaseLedger.AWAITED))
                .isEqualTo(1);
        assertThat(session.repository(PendingRefunds.TYPE).all().count()).isEqualTo(1);
        assertLedgersAreRight(1);
        buys(card.identity(), "t9", 15, 2);
        assertThat(session.repository(PendingRefunds.TYPE).all().count()).isZero();
        assertLedgersAreRight(1);
        undo(merge);
        assertThat(state(ana)).isEqualTo(before.get("ana"));
        assertThat(bought(twin)).isEqualTo(2);
        assertLedgersAreRight(2);
    }

    @Test
    void a_shared_ledger_stays_shared_and_the_undo_shares_again_whom_it_was_for() {
        buys(ana.id(), "a1", 30, 10);
        buys(twin.id(), "t1", 20, 5);
        purchases.share(twin.id());
        Map<String, String> before = states();
        Merge merge = merge();
        buys(twin.id(), "t2", 1, 5);

        assertThat(state(ana)).startsWith("true");
        assertThat(bought(ana)).isEqualTo(3);
        assertThat(purchases.ledgers().all().count()).isEqualTo(1);
        undo(merge);
        assertThat(states()).isEqualTo(before);
        assertThat(bought(twin)).isEqualTo(2);
    }

    @Test
    void a_shared_survivor_takes_the_purchases_of_the_other_and_gives_them_back() {
        buys(ana.id(), "a1", 30, 10);
        buys(twin.id(), "t1", 20, 5);
        purchases.share(ana.id());
        Map<String, String> before = states();

        Merge merge = merge();

        assertThat(bought(ana)).isEqualTo(2);
        assertThat(purchases.ledgers().all().count()).isEqualTo(1);
        undo(merge);
        assertThat(states()).isEqualTo(before);
    }

    @Test
    void unsharing_a_survivor_counts_what_was_bought_under_all_identities() {
        buys(twin.id(), "t1", 20, 5);
        purchases.share(twin.id());
        merge();
        buys(card.identity(), "c1", 9, 5);

        purchases.unshare(ana.id());

        assertThat(state(ana)).startsWith("false");
        assertThat(bought(ana)).isEqualTo(2);
        assertLedgersAreRight(1);
    }

    @Test
    void a_merge_of_a_merged_person_carries_everything_on_and_back() {
        buys(ana.id(), "a1", 30, 10);
        buys(twin.id(), "t1", 20, 5);
        Person third = B2c.in(session).persons().add(Person.named(PersonName.of("A.")));
        buys(third.id(), "x1", 3, 1);
        Merge first = merge();
        Merge second = new Merges(session)
                .merge(Person.TYPE, third, B2c.in(session).persons().get(ana.id()), SurvivorshipRule.standard());

        assertThat(bought(third)).isEqualTo(3);
        buys(twin.id(), "t2", 2, 1);
        assertThat(bought(third)).isEqualTo(4);
        assertLedgersAreRight(1);
        undo(second);
        assertThat(bought(ana)).isEqualTo(3);
        assertThat(bought(third)).isEqualTo(1);
        undo(first);
        assertThat(bought(twin)).isEqualTo(2);
        assertLedgersAreRight(3);
    }

    @Test
    void a_rebuild_finds_by_an_old_id_whom_it_leads_to_and_mends_what_differs() {
        buys(twin.id(), "t1", 20, 5);
        merge();
        purchases.ledgers().remove(purchases.ledger(ana.id()).orElseThrow());

        assertThat(purchases.rebuild(twin.id())).isTrue();
        assertThat(purchases.rebuild(ana.id())).isFalse();
    }

    @Test
    void what_a_merge_by_an_earlier_version_has_left_of_a_ledger_goes_by_a_rebuild() {
        buys(twin.id(), "t1", 20, 5);
        merge();
        PurchaseLedger left = PurchaseLedger.empty(twin.id(), ZoneOffset.UTC).with(PurchaseLedger.PERSON, ana.id());
        purchases.ledgers().add(left);
        buys(twin.id(), "t2", 19, 5);
        assertThat(bought(ana)).isEqualTo(2);

        assertThat(purchases.rebuild()).isEqualTo(1);

        assertLedgersAreRight(1);
        purchases.ledgers().add(left);
        assertThat(purchases.rebuild(ana.id())).isTrue();
        assertLedgersAreRight(1);
    }

    @Test
    void what_reads_ledgers_meets_a_merged_person_once() {
        buys(ana.id(), "a1", 300, 10);
        buys(twin.id(), "t1", 200, 5);
        merge();

        try (Stream<PurchaseLedger> ledgers = purchases.ledgers().all().stream()) {
            PurchaseBook<Id<Person>> book = PurchaseBook.ofLedgers(ledgers, CurrencyUnit.GBP, CountingRule.standard());
            assertThat(book.buyers()).hasSize(1);
        }
    }

    @Test
    void persons_without_purchases_cost_no_write_when_their_identities_change() {
        moveCardTo(ana);
        assertThat(purchases.followIdentities(List.of(ana.id(), twin.id()))).isZero();
        assertThat(purchases.ledgers().all().count()).isZero();

        buys(ana.id(), "a1", 30, 10);
        assertThat(purchases.followIdentities(List.of(ana.id(), twin.id()))).isZero();
    }
}
