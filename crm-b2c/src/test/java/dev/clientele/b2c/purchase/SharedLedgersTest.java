package dev.clientele.b2c.purchase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.clientele.b2c.Store;
import dev.clientele.b2c.StoredTest;
import dev.clientele.b2c.person.Person;
import dev.clientele.core.entity.Id;
import dev.clientele.core.error.InvalidException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.joda.money.CurrencyUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Records that stand for many. */
@ParameterizedClass
@EnumSource(Store.class)
class SharedLedgersTest extends StoredTest {

    SharedLedgersTest(Store store) {
        super(store);
    }

    @Test
    void the_history_of_a_guest_is_the_one_that_a_ledger_would_have() {
        Person guest = person("Guest");
        Person ana = person("Ana");
        b2c.purchases().share(guest.id());
        b2c.purchases().record(purchases(guest));
        b2c.purchases().record(purchases(ana));

        assertThat(b2c.purchases().history(guest.id(), CurrencyUnit.GBP))
                .isPresent()
                .isEqualTo(b2c.purchases().history(ana.id(), CurrencyUnit.GBP));
        assertThat(b2c.purchases().ledger(guest.id()).orElseThrow().get(PurchaseLedger.SPENT))
                .isEqualTo(b2c.purchases().ledger(ana.id()).orElseThrow().get(PurchaseLedger.SPENT));
    }

    @Test
    void a_guest_is_in_no_query_over_purchases_and_in_no_one_s_way() {
        Person guest = person("Guest");
        b2c.purchases().record(purchases(guest));
        b2c.purchases().share(guest.id());
        b2c.purchases().share(guest.id());

        assertThat(b2c.purchases()
                        .ledgers()
                        .query(PurchaseLedger.PURCHASES.atLeast(1L))
                        .count())
                .isZero();
        assertThat(session.repository(PendingRefunds.TYPE).all().count()).isZero();
        assertThat(b2c.purchases().rebuild()).isZero();
        assertThatThrownBy(() -> b2c.persons().remove(guest)).isInstanceOf(InvalidException.class);
    }

    @Test
    void what_was_shared_is_counted_again_once_it_is_not() {
        Person guest = person("Guest");
        Person ana = person("Ana");
        b2c.purchases().share(guest.id());
        b2c.purchases().record(purchases(guest));
        b2c.purchases().record(purchases(ana));

        b2c.purchases().unshare(guest.id());
        b2c.purchases().unshare(guest.id());

        PurchaseLedger counted = b2c.purchases().ledger(guest.id()).orElseThrow();
        assertThat(counted.isShared()).isFalse();
        assertThat(counted.require(PurchaseLedger.DAYS))
                .isEqualTo(b2c.purchases().ledger(ana.id()).orElseThrow().require(PurchaseLedger.DAYS));
        assertThat(counted.get(PurchaseLedger.AWAITED)).isEqualTo(1);
    }

    @Test
    void nobody_unknown_is_shared() {
        assertThatThrownBy(() -> b2c.purchases().share(Id.parse("00000000-0000-7000-8000-000000000001")))
                .isInstanceOf(InvalidException.class);
    }

    @Test
    void a_ledger_of_more_days_than_a_person_lives_through_becomes_a_shared_one_and_refuses_nothing() {
        Person robot = person("Robot");
        Instant first = Instant.parse("1900-01-01T12:00:00Z");
        List<Purchase> daily = new ArrayList<>();
        for (int day = 0; day <= PurchaseLedger.MAX_DAYS; day++) {
            daily.add(Purchase.of("shop", "d" + day, robot, gbp("1"), first.plus(day, ChronoUnit.DAYS)));
        }
        b2c.purchases().record(daily.subList(0, PurchaseLedger.MAX_DAYS));
        assertThat(b2c.purchases().ledger(robot.id()).orElseThrow().isShared()).isFalse();

        b2c.purchases().record(daily.get(PurchaseLedger.MAX_DAYS));

        assertThat(b2c.purchases()
                        .ledgers()
                        .get(PurchaseLedger.idOf(robot.id()))
                        .isShared())
                .isTrue();
        assertThat(b2c.purchases().ledger(robot.id()).orElseThrow().get(PurchaseLedger.PURCHASES))
                .isEqualTo(PurchaseLedger.MAX_DAYS + 1);
    }

    private static List<Purchase> purchases(Person person) {
        String who = person.displayName();
        return List.of(
                Purchase.of("shop", who + 1, person, gbp("10"), NOW.minus(Duration.ofDays(30))),
                Purchase.of("shop", who + 2, person, gbp("20"), NOW.minus(Duration.ofDays(20))),
                Purchase.refund("shop", who + 3, person.id(), gbp("5"), NOW.minus(Duration.ofDays(10)))
                        .withOriginal("shop", who + 1),
                Purchase.refund("shop", who + 4, person.id(), gbp("2"), NOW.minus(Duration.ofDays(9)))
                        .withOriginal("shop", who + "-unknown"),
                Purchase.refund("shop", who + 5, person.id(), gbp("1"), NOW.minus(Duration.ofDays(8))));
    }
}
