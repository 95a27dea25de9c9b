package dev.clientele.b2c.purchase;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clientele.b2c.Store;
import dev.clientele.b2c.StoredTest;
import dev.clientele.b2c.person.Person;
import dev.clientele.core.error.UnavailableException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Thirty-two tills that sell at once. */
@ParameterizedClass
@EnumSource(Store.class)
class PurchaseRacesTest extends StoredTest {

    private static final int TILLS = 32;
    private static final int SALES = 6;

    PurchaseRacesTest(Store store) {
        super(store);
    }

    @Test
    void the_purchases_of_one_guest_are_recorded_side_by_side_and_nobody_is_told_unavailable() throws Exception {
        Person guest = person("Guest");
        b2c.purchases().share(guest.id());

        atOnce(till -> {
            for (int sale = 0; sale < SALES; sale++) {
                b2c.purchases().record(sale(guest, "g-" + till + "-" + sale));
            }
        });

        assertThat(b2c.purchases().byPerson(guest.id()).count()).isEqualTo(TILLS * SALES);
        PurchaseLedger read = b2c.purchases().ledger(guest.id()).orElseThrow();
        assertThat(read.get(PurchaseLedger.PURCHASES)).isEqualTo(TILLS * SALES);
        assertThat(stored(guest).version()).isEqualTo(1);
    }

    @Test
    void the_ledger_of_a_person_who_buys_everywhere_at_once_equals_the_log() throws Exception {
        Person ana = person("Ana");

        atOnce(till -> {
            for (int sale = 0; sale < SALES; sale++) {
                recordUntilDone(List.of(sale(ana, "a-" + till + "-" + sale)));
            }
        });

        assertThat(stored(ana).get(PurchaseLedger.SPENT)).isEqualTo(gbp(Integer.toString(TILLS * SALES)));
        assertThat(b2c.purchases().rebuild(ana.id())).isFalse();
    }

    @Test
    void a_purchase_that_all_tills_report_counts_once() throws Exception {
        Person ana = person("Ana");
        Person guest = person("Guest");
        b2c.purchases().share(guest.id());
        AtomicInteger accepted = new AtomicInteger();

        atOnce(till -> {
            accepted.addAndGet(recordUntilDone(List.of(sale(ana, "once"))));
            accepted.addAndGet(recordUntilDone(List.of(sale(guest, "once-too"))));
        });

        assertThat(accepted).hasValue(2);
        assertThat(b2c.purchases().all().count()).isEqualTo(2);
        assertThat(stored(ana).get(PurchaseLedger.PURCHASES)).isEqualTo(1);
    }

    @Test
    void refunds_and_purchases_that_race_each_other_meet() throws Exception {
        Person ana = person("Ana");

        atOnce(till -> {
            String order = "p-" + till / 2;
            recordUntilDone(List.of(
                    till % 2 == 0
                            ? sale(ana, order)
                            : Purchase.refund("shop", "r" + till, ana.id(), gbp("1"), NOW)
                                    .withOriginal("shop", order)));
        });

        assertThat(b2c.purchases().history(ana.id(), CurrencyUnit.GBP).map(PurchaseHistory::days))
                .isEqualTo(Optional.of(1));
        assertThat(session.repository(PendingRefunds.TYPE).all().count()).isZero();
        assertThat(b2c.purchases().rebuild(ana.id())).isFalse();
    }

    @Test
    void a_guest_who_turns_out_to_be_a_person_loses_no_purchase_that_is_being_recorded() throws Exception {
        Person guest = person("Guest");
        b2c.purchases().share(guest.id());

        atOnce(till -> {
            if (till == 0) {
                untilDone(() -> b2c.purchases().unshare(guest.id()));
            } else {
                recordUntilDone(List.of(sale(guest, "u-" + till)));
            }
        });

        assertThat(stored(guest).isShared()).isFalse();
        assertThat(stored(guest).get(PurchaseLedger.PURCHASES)).isEqualTo(TILLS - 1);
        assertThat(b2c.purchases().rebuild(guest.id())).isFalse();
    }

    private PurchaseLedger stored(Person person) {
        return b2c.purchases().ledgers().get(PurchaseLedger.idOf(person.id()));
    }

    private static Purchase sale(Person person, String order) {
        return Purchase.of("shop", order, person, Money.of(CurrencyUnit.GBP, 1), NOW.minus(Duration.ofDays(20)));
    }

    /** Records as a host does that tries again what is retryable; returns the number accepted. */
    private int recordUntilDone(List<Purchase> batch) {
        int[] accepted = new int[1];
        untilDone(
                () -> accepted[0] = batch.size() - b2c.purchases().record(batch).size());
        return accepted[0];
    }

    private static void untilDone(Runnable work) {
        while (true) {
            try {
                work.run();
                return;
            } catch (UnavailableException busy) {
                Thread.onSpinWait();
            }
        }
    }

    private static void atOnce(IntConsumer till) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(TILLS);
        try {
            CyclicBarrier barrier = new CyclicBarrier(TILLS);
            List<Future<?>> running = new ArrayList<>();
            for (int i = 0; i < TILLS; i++) {
                int number = i;
                running.add(threads.submit(() -> {
                    barrier.await();
                    till.accept(number);
                    return true;
                }));
            }
            for (Future<?> one : running) {
                one.get();
            }
        } finally {
            threads.shutdownNow();
        }
    }
}
