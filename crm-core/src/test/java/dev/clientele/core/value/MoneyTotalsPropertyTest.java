package dev.clientele.core.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

class MoneyTotalsPropertyTest {
    @Property
    void order_and_grouping_make_no_difference(
            @ForAll("amounts") List<Money> some, @ForAll("amounts") List<Money> others, @ForAll long seed) {
        List<Money> all = new ArrayList<>(some);
        all.addAll(others);
        Collections.shuffle(all, new Random(seed));
        assertThat(MoneyTotals.of(all)).isEqualTo(MoneyTotals.of(some).plus(MoneyTotals.of(others)));
        assertThat(all.parallelStream().collect(MoneyTotals.summing())).isEqualTo(MoneyTotals.of(all));
    }

    @Property
    void each_sum_is_that_of_its_currency_alone(@ForAll("amounts") List<Money> amounts) {
        MoneyTotals totals = MoneyTotals.of(amounts);
        for (CurrencyUnit currency : Monies.CURRENCIES) {
            Money sum = Money.total(
                    currency,
                    amounts.stream()
                            .filter(amount -> amount.getCurrencyUnit().equals(currency))
                            .toList());
            assertThat(totals.amountIn(currency)).isEqualTo(sum);
        }
    }

    @Property
    void adding_and_taking_away_leaves_what_was_there(
            @ForAll("amounts") List<Money> amounts, @ForAll("money") Money amount) {
        MoneyTotals totals = MoneyTotals.of(amounts);
        assertThat(totals.plus(amount).minus(amount)).isEqualTo(totals);
    }

    @Property
    void the_text_form_reads_back(@ForAll("amounts") List<Money> amounts) {
        MoneyTotals totals = MoneyTotals.of(amounts);
        assertThat(MoneyTotals.parse(totals.toString())).isEqualTo(totals).hasSameHashCodeAs(totals);
    }

    @Provide
    Arbitrary<Money> money() {
        return Monies.any();
    }

    @Provide
    Arbitrary<List<Money>> amounts() {
        return Monies.any().list().ofMaxSize(15);
    }
}
