package dev.clientele.b2c.purchase;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clientele.b2c.Store;
import dev.clientele.b2c.StoredTest;
import dev.clientele.b2c.person.Person;
import dev.clientele.testing.Race;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Thirty-two tills that sell at once. */
@ParameterizedClass
@EnumSource(Store.class)
class PurchaseRacesTest extends StoredTest {

    private static final int TILLS = Race.THREADS;
    private static final int SALES = 6;

    PurchaseRacesTest(Store store) {
        super(store);
    }

    @Test
    void the_purchases_of_one_guest_are_recorded_side_by_side_and_nobody_is_told_unavailable() {
        Person guest = person("Guest");
        b2c.purchases().share(guest.id());

        Race.all(till -> recordSales(guest, till));

        assertThat(b2c.purchases().byPerson(guest.id()).count()).isEqualTo(TILLS * SALES);
        PurchaseLedger read = b2c.purchases().ledger(guest.id()).orElseThrow();
        assertThat(read.get(PurchaseLedger.PURCHASES)).isEqualTo(TILLS * SALES);
        assertThat(stored(guest).version()).isEqualTo(1);
    }

    @Test
    void the_ledger_of_a_person_who_buys_everywhere_at_once_equals_the_log() {
        Person ana = person("Ana");

        Race.all(till -> recordSales(ana, till));

        assertThat(stored(ana).get(PurchaseLedger.SPENT)).isEqualTo(gbp(Integer.toString(TILLS * SALES)));
        assertThat(b2c.purchases().rebuild(ana.id())).isFalse();
    }

    @Test
    void a_purchase_that_all_tills_report_counts_once() {
        Person ana = person("Ana");
        Person guest = person("Guest");
        b2c.purchases().share(guest.id());

        List<Boolean> anas = Race.all(till -> b2c.purchases().record(sale(ana, "once")));
        List<Boolean> guests = Race.all(till -> b2c.purchases().record(sale(guest, "once-too")));

        assertThat(anas).filteredOn(accepted -> accepted).hasSize(1);
        assertThat(guests).filteredOn(accepted -> accepted).hasSize(1);
        assertThat(b2c.purchases().all().count()).isEqualTo(2);
        assertThat(stored(ana).get(PurchaseLedger.PURCHASES)).isEqualTo(1);
    }

    @Test
    void refunds_and_purchases_that_race_each_other_meet() {
        Person ana = person("Ana");

        Race.all(till -> {
            String order = "p-" + till / 2;
            return b2c.purchases()
                    .record(
                            till % 2 == 0
                                    ? sale(ana, order)
                                    : Purchase.refund("shop", "r" + till, ana.id(), gbp("1"), NOW)
                                            .withOriginal("shop", order));
        });

        assertThat(b2c.purchases().history(ana.id(), CurrencyUnit.GBP).map(PurchaseHistory::days))
                .isEqualTo(Optional.of(1));
        assertThat(session.repository(PendingRefunds.TYPE).all().count()).isZero();
        assertThat(b2c.purchases().rebuild(ana.id())).isFalse();
    }

    @Test
    void a_guest_who_turns_out_to_be_a_person_loses_no_purchase_that_is_being_recorded() {
        Person guest = person("Guest");
        b2c.purchases().share(guest.id());

        Race.all(till -> {
            if (till == 0) {
                b2c.purchases().unshare(guest.id());
                return true;
            }
            return b2c.purchases().record(sale(guest, "u-" + till));
        });

        assertThat(stored(guest).isShared()).isFalse();
        assertThat(stored(guest).get(PurchaseLedger.PURCHASES)).isEqualTo(TILLS - 1);
        assertThat(b2c.purchases().rebuild(guest.id())).isFalse();
    }

    @Test
    void a_person_who_turns_out_to_be_a_guest_loses_no_purchase_that_is_being_recorded() {
        for (int turn = 0; turn < 5; turn++) {
            Person guest = person("Guest " + turn);
            b2c.purchases().record(sale(guest, "first-" + turn));
            String order = "s-" + turn + "-";

            Race.all(till -> {
                if (till % 16 == 0) {
                    b2c.purchases().share(guest.id());
                    return true;
                }
                return b2c.purchases().record(sale(guest, order + till));
            });

            assertThat(stored(guest).isShared()).isTrue();
            assertThat(b2c.purchases().ledger(guest.id()).orElseThrow().get(PurchaseLedger.PURCHASES))
                    .isEqualTo(1 + TILLS - 2);
        }
    }

    @Test
    void ledgers_that_are_rebuilt_while_all_tills_sell_equal_the_log() {
        Person ana = person("Ana");
        b2c.purchases().record(sale(ana, "first"));

        Race.all(till -> {
            if (till % 8 == 0) {
                return b2c.purchases().rebuild(ana.id());
            }
            return b2c.purchases().record(sale(ana, "b-" + till));
        });

        assertThat(b2c.purchases().rebuild(ana.id())).isFalse();
        assertThat(stored(ana).get(PurchaseLedger.PURCHASES)).isEqualTo(1 + TILLS - TILLS / 8);
    }

    private boolean recordSales(Person person, int till) {
        for (int sale = 0; sale < SALES; sale++) {
            b2c.purchases().record(sale(person, "till-" + till + "-" + sale));
        }
        return true;
    }

    private PurchaseLedger stored(Person person) {
        return b2c.purchases().ledgers().get(PurchaseLedger.idOf(person.id()));
    }

    private static Purchase sale(Person person, String order) {
        return Purchase.of("shop", order, person, Money.of(CurrencyUnit.GBP, 1), NOW.minus(Duration.ofDays(20)));
    }
}
