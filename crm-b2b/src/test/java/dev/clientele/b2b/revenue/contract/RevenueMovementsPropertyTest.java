package dev.clientele.b2b.revenue.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** Recurring revenue is conserved between two days. */
class RevenueMovementsPropertyTest {

    private static final CurrencyUnit EUR = CurrencyUnit.EUR;

    @Provide
    Arbitrary<Map<Integer, Money>> revenue() {
        return Arbitraries.maps(
                        Arbitraries.integers().between(0, 12),
                        Arbitraries.longs().between(0, 100_000).map(cents -> Money.ofMinor(EUR, cents)))
                .ofMaxSize(12);
    }

    @Property(tries = 300)
    void movements_add_up_to_the_end(
            @ForAll("revenue") Map<Integer, Money> before, @ForAll("revenue") Map<Integer, Money> after) {
        RevenueMovements movements = RevenueMovements.between(EUR, before, after);

        Money end = after.values().stream().reduce(Money.zero(EUR), Money::plus);
        assertThat(movements.end()).isEqualTo(end);
        assertThat(movements
                        .start()
                        .plus(movements.newRevenue())
                        .plus(movements.expansion())
                        .minus(movements.contraction())
                        .minus(movements.churn()))
                .isEqualTo(end);
    }

    @Property(tries = 300)
    void gross_retention_is_the_sum_of_what_is_left_of_each(
            @ForAll("revenue") Map<Integer, Money> before, @ForAll("revenue") Map<Integer, Money> after) {
        RevenueMovements movements = RevenueMovements.between(EUR, before, after);

        double left = 0;
        double start = 0;
        for (Map.Entry<Integer, Money> was : before.entrySet()) {
            double paid = was.getValue().getAmount().doubleValue();
            Money is = after.getOrDefault(was.getKey(), Money.zero(EUR));
            left += Math.min(paid, is.getAmount().doubleValue());
            start += paid;
        }
        if (start == 0) {
            assertThat(movements.grossRetention()).isEmpty();
        } else {
            assertThat(movements.grossRetention().orElseThrow()).isBetween(left / start - 1e-9, left / start + 1e-9);
            assertThat(movements.netRetention().orElseThrow())
                    .isGreaterThanOrEqualTo(movements.grossRetention().orElseThrow());
        }
    }

    @Property(tries = 100)
    void back_again_is_the_other_way_round(
            @ForAll("revenue") Map<Integer, Money> before, @ForAll("revenue") Map<Integer, Money> after) {
        RevenueMovements there = RevenueMovements.between(EUR, before, after);
        RevenueMovements back = RevenueMovements.between(EUR, after, new LinkedHashMap<>(before));

        assertThat(back.newRevenue()).isEqualTo(there.churn());
        assertThat(back.expansion()).isEqualTo(there.contraction());
    }
}
