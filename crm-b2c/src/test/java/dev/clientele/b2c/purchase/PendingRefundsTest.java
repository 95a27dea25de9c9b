package dev.clientele.b2c.purchase;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clientele.b2c.Store;
import dev.clientele.b2c.StoredTest;
import dev.clientele.b2c.person.Person;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.joda.money.CurrencyUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Refunds that come before what they refund. */
@ParameterizedClass
@EnumSource(Store.class)
class PendingRefundsTest extends StoredTest {

    private static final Instant BOUGHT = Instant.parse("2026-01-10T12:00:00Z");

    PendingRefundsTest(Store store) {
        super(store);
    }

    @Test
    void refunds_that_wait_make_the_ledger_no_larger_and_are_gone_when_all_purchases_are_there() {
        Person ana = person("Ana");
        List<Purchase> refunds = IntStream.range(0, 500)
                .mapToObj(i -> refund(ana, "r" + i, "p" + i, 3))
                .toList();
        b2c.purchases().record(refunds);

        PurchaseLedger waiting = b2c.purchases().ledger(ana.id()).orElseThrow();
        assertThat(waiting.get(PurchaseLedger.AWAITED)).isEqualTo(500);
        assertThat(waiting.require(PurchaseLedger.DAYS)).hasSizeLessThan(20);
        assertThat(pending()).isEqualTo(500);

        b2c.purchases()
                .record(IntStream.range(0, 500)
                        .mapToObj(i -> Purchase.of("shop", "p" + i, ana, gbp("10"), BOUGHT))
                        .toList());
        PurchaseLedger settled = b2c.purchases().ledger(ana.id()).orElseThrow();
        assertThat(settled.find(PurchaseLedger.AWAITED)).isEmpty();
        assertThat(pending()).isZero();
        assertThat(settled.history(CurrencyUnit.GBP))
                .contains(PurchaseHistory.builder(CurrencyUnit.GBP)
                        .addDay(Math.toIntExact(LocalDate.of(2026, 1, 10).toEpochDay()), 500, 500_000, 150_000)
                        .build());
    }

    @Test
    void several_refunds_of_one_purchase_wait_together_and_move_to_its_day() {
        Person ana = person("Ana");
        b2c.purchases().record(refund(ana, "r1", "p", 1));
        b2c.purchases().record(refund(ana, "r2", "p", 2));
        b2c.purchases().record(List.of(refund(ana, "r3", "p", 3), refund(ana, "r4", "p", 4)));
        assertThat(pending()).isEqualTo(1);

        b2c.purchases().record(Purchase.of("shop", "p", ana, gbp("10"), BOUGHT));

        assertThat(b2c.purchases().history(ana.id(), CurrencyUnit.GBP))
                .contains(PurchaseHistory.builder(CurrencyUnit.GBP)
                        .addPurchase(LocalDate.of(2026, 1, 10), gbp("10"))
                        .addRefund(LocalDate.of(2026, 1, 10), gbp("10"))
                        .build());
        assertThat(pending()).isZero();
        assertThat(b2c.purchases().rebuild()).isZero();
    }

    @Test
    void a_refund_and_its_purchase_in_one_batch_wait_for_nothing() {
        Person ana = person("Ana");

        b2c.purchases().record(List.of(refund(ana, "r", "p", 4), Purchase.of("shop", "p", ana, gbp("10"), BOUGHT)));

        assertThat(pending()).isZero();
        assertThat(b2c.purchases().ledger(ana.id()).orElseThrow().find(PurchaseLedger.AWAITED))
                .isEmpty();
    }

    @Test
    void rebuilding_finds_what_waits_and_what_no_longer_does() {
        Person ana = person("Ana");
        List<Purchase> all = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            all.add(refund(ana, "r" + i, "p" + i % 10, 1));
            if (i < 5) {
                all.add(Purchase.of("shop", "p" + i, ana, gbp("10"), BOUGHT));
            }
        }
        Collections.shuffle(all, new Random(5));
        all.forEach(b2c.purchases()::record);
        assertThat(pending()).isEqualTo(5);
        assertThat(b2c.purchases().rebuild()).isZero();

        session.repository(PendingRefunds.TYPE)
                .all()
                .page(2)
                .items()
                .forEach(session.repository(PendingRefunds.TYPE)::remove);
        assertThat(b2c.purchases().rebuild()).isEqualTo(1);

        assertThat(pending()).isEqualTo(5);
        assertThat(b2c.purchases().rebuild()).isZero();
    }

    private long pending() {
        return session.repository(PendingRefunds.TYPE).all().count();
    }

    private static Purchase refund(Person person, String id, String original, int pounds) {
        return Purchase.refund(
                        "shop",
                        id,
                        person.id(),
                        gbp(Integer.toString(pounds)),
                        BOUGHT.plus(Duration.ofDays(5 + pounds)))
                .withOriginal("shop", original);
    }
}
