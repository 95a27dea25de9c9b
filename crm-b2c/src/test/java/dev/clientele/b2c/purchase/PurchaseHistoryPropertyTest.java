package dev.clientele.b2c.purchase;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** A history is its purchases, whatever way they came together. */
class PurchaseHistoryPropertyTest {
    record Event(int day, int cents, boolean refund) {
        void into(PurchaseHistoryBuilder builder) {
            Money amount = Money.ofMinor(CurrencyUnit.EUR, cents);
            if (refund) {
                builder.addRefund(LocalDate.ofEpochDay(day), amount);
            } else {
                builder.addPurchase(LocalDate.ofEpochDay(day), amount);
            }
        }
    }

    @Property
    void streamed_shuffled_and_merged_histories_are_equal(
            @ForAll("events") List<Event> events, @ForAll long seed, @ForAll int cut) {
        PurchaseHistory batch = history(events);
        List<Event> shuffled = new ArrayList<>(events);
        Collections.shuffle(shuffled, new Random(seed));
        int middle = Math.floorMod(cut, events.size() + 1);
        PurchaseHistory streamed = PurchaseHistory.empty(CurrencyUnit.EUR);
        for (Event event : shuffled) {
            streamed = streamed.merge(history(List.of(event)));
        }
        PurchaseHistory merged =
                history(shuffled.subList(middle, shuffled.size())).merge(history(shuffled.subList(0, middle)));

        assertThat(history(shuffled)).isEqualTo(batch);
        assertThat(streamed).isEqualTo(batch).hasSameHashCodeAs(batch);
        assertThat(merged).isEqualTo(batch);
    }

    @Property
    void a_builder_may_be_built_midway_without_changing_the_end(@ForAll("events") List<Event> events) {
        PurchaseHistoryBuilder builder = PurchaseHistory.builder(CurrencyUnit.EUR);
        for (Event event : events) {
            event.into(builder);
            builder.build();
        }

        assertThat(builder.build()).isEqualTo(history(events));
    }

    @Property
    void calibration_and_hold_out_share_out_all_purchases_and_spend(
            @ForAll("events") List<Event> events, @ForAll("rules") CountingRule rule) {
        PurchaseHistory history = history(events);
        LocalDate before = LocalDate.ofEpochDay(-1);
        LocalDate split = LocalDate.ofEpochDay(50);
        LocalDate end = LocalDate.ofEpochDay(100);

        assertThat(history.purchases(before, split, rule) + history.purchases(split, end, rule))
                .isEqualTo(history.purchases(before, end, rule));
        assertThat(history.spend(before, split, rule).plus(history.spend(split, end, rule)))
                .isEqualTo(history.spend(before, end, rule));
        assertThat(history.summary(split, rule).map(PurchaseSummary::purchases).orElse(0))
                .isEqualTo(history.purchases(before, split, rule));
    }

    private static PurchaseHistory history(List<Event> events) {
        PurchaseHistoryBuilder builder = PurchaseHistory.builder(CurrencyUnit.EUR);
        events.forEach(event -> event.into(builder));
        return builder.build();
    }

    @Provide
    Arbitrary<List<Event>> events() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 100),
                        Arbitraries.integers().between(0, 300),
                        Arbitraries.of(false, false, true))
                .as(Event::new)
                .list()
                .ofMaxSize(60);
    }

    @Provide
    Arbitrary<CountingRule> rules() {
        return Combinators.combine(Arbitraries.of(SameDay.class), Arbitraries.of(Refunds.class))
                .as(CountingRule::new);
    }
}
