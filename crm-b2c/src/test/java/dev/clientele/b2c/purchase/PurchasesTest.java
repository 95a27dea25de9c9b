package dev.clientele.b2c.purchase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.clientele.b2c.B2c;
import dev.clientele.b2c.Store;
import dev.clientele.b2c.StoredTest;
import dev.clientele.b2c.person.Person;
import dev.clientele.core.Crm;
import dev.clientele.core.CrmSession;
import dev.clientele.core.access.Actor;
import dev.clientele.core.entity.Id;
import dev.clientele.core.error.InvalidException;
import dev.clientele.persistence.TenantId;
import dev.clientele.testing.Race;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Store.class)
class PurchasesTest extends StoredTest {

    private static final Instant WHEN = Instant.parse("2026-01-10T23:30:00Z");

    PurchasesTest(Store store) {
        super(store);
    }

    @Test
    void a_purchase_is_logged_and_counted_once_however_often_it_is_recorded() {
        Person ana = person("Ana");
        Purchase purchase = Purchase.of("shop", "order-1001", ana, gbp("45"), WHEN);

        assertThat(b2c.purchases().record(purchase)).isTrue();
        assertThat(b2c.purchases().record(purchase)).isFalse();

        assertThat(b2c.purchases().byPerson(ana.id()).count()).isEqualTo(1);
        PurchaseLedger ledger = b2c.purchases().ledger(ana.id()).orElseThrow();
        assertThat(ledger.get(PurchaseLedger.PURCHASES)).isEqualTo(1);
        assertThat(ledger.get(PurchaseLedger.SPENT)).isEqualTo(gbp("45"));
        assertThat(ledger.get(PurchaseLedger.FIRST_DAY)).isEqualTo(LocalDate.of(2026, 1, 10));
    }

    @Test
    void a_purchase_comes_back_as_it_was_recorded() {
        Person ana = person("Ana");
        Purchase purchase = Purchase.of("shop", "order-1001", ana, gbp("45.10"), WHEN)
                .with(Purchase.LINES, 3L)
                .with(Purchase.QUANTITY, 7L)
                .with(Purchase.STORE, "Leeds 2")
                .with(Purchase.CHANNEL, "store");
        b2c.purchases().record(purchase);

        assertThat(b2c.purchases().find("shop", "order-1001")).contains(purchase);
        assertThat(b2c.purchases().find("shop", "order-1002")).isEmpty();
    }

    @Test
    void repetitions_within_a_batch_count_once_and_are_named() {
        Person ana = person("Ana");
        b2c.purchases().record(Purchase.of("shop", "1", ana, gbp("1"), WHEN));

        assertThat(b2c.purchases()
                        .record(List.of(
                                Purchase.of("shop", "1", ana, gbp("1"), WHEN),
                                Purchase.of("shop", "2", ana, gbp("2"), WHEN),
                                Purchase.of("shop", "2", ana, gbp("2"), WHEN))))
                .containsExactlyInAnyOrder("shop:1", "shop:2");

        assertThat(spent(ana)).isEqualTo(gbp("3"));
    }

    @Test
    void a_batch_with_somebody_unknown_is_refused_as_a_whole() {
        Person ana = person("Ana");
        Id<Person> nobody = Id.parse("00000000-0000-7000-8000-000000000001");

        assertThatThrownBy(() -> b2c.purchases()
                        .record(List.of(
                                Purchase.of("shop", "1", ana, gbp("1"), WHEN),
                                Purchase.of("shop", "2", nobody, gbp("1"), WHEN))))
                .isInstanceOf(InvalidException.class)
                .hasMessageContaining("person");

        assertThat(b2c.purchases().all().count()).isZero();
        assertThat(b2c.purchases().ledger(ana.id())).isEmpty();
    }

    @Test
    void a_person_with_purchases_is_not_removed() {
        Person ana = person("Ana");
        b2c.purchases().record(Purchase.of("shop", "1", ana, gbp("1"), WHEN));

        assertThatThrownBy(() -> b2c.persons().remove(ana)).isInstanceOf(InvalidException.class);
    }

    @Test
    void a_refund_lowers_the_day_of_its_purchase_whichever_comes_first() {
        Person before = person("Ana");
        Person after = person("Bo");
        b2c.purchases().record(Purchase.of("shop", "a", before, gbp("10"), WHEN));
        b2c.purchases().record(refundOf("a", before));
        b2c.purchases().record(refundOf("b", after));
        b2c.purchases().record(Purchase.of("shop", "b", after, gbp("10"), WHEN));

        PurchaseHistory expected = PurchaseHistory.builder(CurrencyUnit.GBP)
                .addPurchase(LocalDate.of(2026, 1, 10), gbp("10"))
                .addRefund(LocalDate.of(2026, 1, 10), gbp("4"))
                .build();
        assertThat(b2c.purchases().history(before.id(), CurrencyUnit.GBP)).contains(expected);
        assertThat(b2c.purchases().history(after.id(), CurrencyUnit.GBP)).contains(expected);
    }

    @Test
    void a_refund_whose_purchase_never_came_counts_on_its_own_day() {
        Person ana = person("Ana");
        b2c.purchases().record(refundOf("unknown", ana));

        assertThat(b2c.purchases().history(ana.id(), CurrencyUnit.GBP))
                .contains(PurchaseHistory.builder(CurrencyUnit.GBP)
                        .addRefund(LocalDate.of(2026, 1, 15), gbp("4"))
                        .build());
        assertThat(spent(ana)).isEqualTo(gbp("-4"));
    }

    @Test
    void a_refund_of_another_person_s_purchase_does_not_touch_that_person() {
        Person ana = person("Ana");
        Person bo = person("Bo");
        b2c.purchases().record(Purchase.of("shop", "a", ana, gbp("10"), WHEN));
        b2c.purchases().record(refundOf("a", bo));

        assertThat(spent(ana)).isEqualTo(gbp("10"));
        assertThat(spent(bo)).isEqualTo(gbp("-4"));
    }

    @Test
    void currencies_are_kept_apart() {
        Person ana = person("Ana");
        b2c.purchases().record(Purchase.of("shop", "a", ana, gbp("10"), WHEN));
        b2c.purchases().record(Purchase.of("shop", "b", ana, Money.parse("EUR 7"), WHEN));

        PurchaseLedger ledger = b2c.purchases().ledger(ana.id()).orElseThrow();
        assertThat(ledger.currencies()).containsExactly(CurrencyUnit.EUR, CurrencyUnit.GBP);
        assertThat(ledger.find(PurchaseLedger.SPENT)).isEmpty();
        assertThat(ledger.history(CurrencyUnit.EUR))
                .contains(
                        PurchaseHistory.empty(CurrencyUnit.EUR).plus(LocalDate.of(2026, 1, 10), Money.parse("EUR 7")));
    }

    @Test
    void a_day_is_the_adopted_zone_s_and_existing_ledgers_follow_when_rebuilt() {
        Person ana = person("Ana");
        b2c.purchases().record(Purchase.of("shop", "a", ana, gbp("10"), WHEN));

        b2c.purchases().setPolicy(PurchasePolicy.standard().withZone(ZoneId.of("Asia/Tokyo")));
        assertThat(b2c.purchases().ledger(ana.id()).orElseThrow().get(PurchaseLedger.FIRST_DAY))
                .isEqualTo(LocalDate.of(2026, 1, 10));
        assertThat(b2c.purchases().rebuild()).isEqualTo(1);
        assertThat(b2c.purchases().rebuild()).isZero();

        assertThat(b2c.purchases().ledger(ana.id()).orElseThrow().get(PurchaseLedger.FIRST_DAY))
                .isEqualTo(LocalDate.of(2026, 1, 11));
        assertThat(b2c.purchases().policy().zone()).isEqualTo(ZoneId.of("Asia/Tokyo"));
    }

    @Test
    void purchases_count_in_the_days_of_the_tenants_place_unless_a_policy_says_otherwise() {
        CrmSession tokyo = Crm.on(storage)
                .types(B2c.types())
                .clock(Clock.fixed(NOW, ZoneOffset.UTC))
                .zones(tenant -> ZoneId.of(tenant.value().equals("acme") ? "Asia/Tokyo" : "Europe/Berlin"))
                .build()
                .session(TenantId.of("acme"), Actor.user("alice"));
        Person ana = person("Ana");

        B2c.in(tokyo).purchases().record(Purchase.of("shop", "a", ana, gbp("10"), WHEN));

        assertThat(tokyo.zone()).isEqualTo(ZoneId.of("Asia/Tokyo"));
        assertThat(tokyo.now()).isEqualTo(NOW);
        assertThat(b2c.purchases().ledger(ana.id()).orElseThrow().get(PurchaseLedger.FIRST_DAY))
                .isEqualTo(LocalDate.of(2026, 1, 11));
    }

    @Test
    void purchases_within_a_transaction_that_fails_leave_nothing() {
        Person ana = person("Ana");

        assertThatThrownBy(() -> session.runInTransaction(tx -> {
                    new Purchases(tx).record(Purchase.of("shop", "a", ana, gbp("10"), WHEN));
                    throw new IllegalStateException("the host's own step failed");
                }))
                .isInstanceOf(IllegalStateException.class);

        assertThat(b2c.purchases().all().count()).isZero();
        assertThat(b2c.purchases().ledger(ana.id())).isEmpty();
    }

    @Test
    void batches_that_touch_the_same_persons_at_the_same_time_all_count() {
        Person ana = person("Ana");
        Person bo = person("Bo");

        Race.all(till -> b2c.purchases()
                .record(List.of(
                        Purchase.of("shop", "a" + till, till % 2 == 0 ? ana : bo, gbp("1"), WHEN),
                        Purchase.of("shop", "b" + till, till % 2 == 0 ? bo : ana, gbp("1"), WHEN))));

        assertThat(spent(ana)).isEqualTo(gbp("32"));
        assertThat(spent(bo)).isEqualTo(gbp("32"));
    }

    private Money spent(Person person) {
        return b2c.purchases().ledger(person.id()).orElseThrow().require(PurchaseLedger.SPENT);
    }

    private static Purchase refundOf(String order, Person person) {
        return Purchase.refund("shop", "refund-of-" + order, person.id(), gbp("4"), WHEN.plus(Duration.ofDays(5)))
                .withOriginal("shop", order);
    }
}
