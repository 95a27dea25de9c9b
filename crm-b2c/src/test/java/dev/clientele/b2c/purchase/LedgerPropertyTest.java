package dev.clientele.b2c.purchase;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clientele.b2c.B2c;
import dev.clientele.b2c.person.Person;
import dev.clientele.core.Crm;
import dev.clientele.core.access.Actor;
import dev.clientele.core.customer.PersonName;
import dev.clientele.core.entity.Id;
import dev.clientele.persistence.TenantId;
import dev.clientele.persistence.memory.MemoryStorage;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** Ledgers depend on what was recorded, not on when, in which order, in which batches, or how often. */
class LedgerPropertyTest {

    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final List<Id<Person>> PERSONS =
            List.of(Id.of(new UUID(0x7000, 0x8000_0000_0000_0001L)), Id.of(new UUID(0x7000, 0x8000_0000_0000_0002L)));

    @Property(tries = 60)
    void ledgers_are_the_same_for_every_order_and_batching(
            @ForAll("purchases") List<Purchase> purchases, @ForAll long seed) {
        B2c inOrder = empty();
        purchases.forEach(inOrder.purchases()::record);

        Random random = new Random(seed);
        List<Purchase> shuffled = new ArrayList<>(purchases);
        shuffled.addAll(purchases.subList(0, purchases.size() / 2));
        Collections.shuffle(shuffled, random);
        B2c inBatches = empty();
        for (int from = 0; from < shuffled.size(); ) {
            int to = Math.min(shuffled.size(), from + 1 + random.nextInt(5));
            inBatches.purchases().record(shuffled.subList(from, to));
            from = to;
        }

        for (Id<Person> person : PERSONS) {
            assertThat(contents(inBatches, person)).isEqualTo(contents(inOrder, person));
        }
    }

    @Property(tries = 60)
    void rebuilding_from_the_log_changes_nothing(@ForAll("purchases") List<Purchase> purchases) {
        B2c b2c = empty();
        purchases.forEach(b2c.purchases()::record);

        assertThat(b2c.purchases().rebuild()).isZero();
    }

    @Property(tries = 30)
    void a_damaged_ledger_is_as_before_once_rebuilt(@ForAll("purchases") List<Purchase> purchases) {
        B2c b2c = empty();
        purchases.forEach(b2c.purchases()::record);
        List<List<Object>> before = PERSONS.stream().map(p -> contents(b2c, p)).toList();
        b2c.purchases()
                .ledgers()
                .all()
                .page(10)
                .items()
                .forEach(ledger -> b2c.purchases()
                        .ledgers()
                        .save(ledger.without(PurchaseLedger.DAYS).with(PurchaseLedger.PURCHASES, 99L)));

        b2c.purchases().rebuild();

        assertThat(PERSONS.stream().map(p -> contents(b2c, p)).toList()).isEqualTo(before);
    }

    /** All that a ledger says, without its version. */
    private static List<Object> contents(B2c b2c, Id<Person> person) {
        return b2c.purchases()
                .ledger(person)
                .map(ledger -> List.<Object>of(PurchaseLedger.TYPE.toJson(ledger)))
                .orElse(List.of());
    }

    private static B2c empty() {
        B2c b2c = B2c.in(Crm.on(MemoryStorage.create())
                .types(B2c.types())
                .build()
                .session(TenantId.of("acme"), Actor.user("alice")));
        PERSONS.forEach(
                id -> b2c.persons().add(Person.named(PersonName.of("Somebody")).withId(id)));
        return b2c;
    }

    @Provide
    Arbitrary<List<Purchase>> purchases() {
        Arbitrary<Id<Person>> person = Arbitraries.of(PERSONS);
        Arbitrary<Money> amount = Combinators.combine(
                        Arbitraries.of(CurrencyUnit.GBP, CurrencyUnit.JPY),
                        Arbitraries.integers().between(0, 500))
                .as((currency, minor) -> Money.ofMinor(currency, minor));
        Arbitrary<Instant> time =
                Arbitraries.integers().between(0, 24 * 20).map(hours -> START.plus(Duration.ofHours(hours)));
        Arbitrary<Purchase> purchase = Combinators.combine(
                        person,
                        amount,
                        time,
                        Arbitraries.integers().between(1, 8),
                        Arbitraries.integers().between(0, 3))
                .as(LedgerPropertyTest::event);
        return purchase.list().ofMaxSize(14).map(LedgerPropertyTest::withIds);
    }

    private static Purchase event(Id<Person> person, Money amount, Instant time, int order, int what) {
        return switch (what) {
            case 0 -> Purchase.refund("shop", "r", person, amount, time);
            case 1 -> Purchase.refund("shop", "r", person, amount, time).withOriginal("shop", "p" + order);
            default -> Purchase.of("shop", "p", person, amount, time);
        };
    }

    /** Each event has an id of its own; refunds name purchases that may or may not be there. */
    private static List<Purchase> withIds(List<Purchase> events) {
        List<Purchase> numbered = new ArrayList<>();
        for (int i = 0; i < events.size(); i++) {
            numbered.add(events.get(i).withExternalId("shop", (events.get(i).isRefund() ? "r" : "p") + i));
        }
        return numbered;
    }
}
