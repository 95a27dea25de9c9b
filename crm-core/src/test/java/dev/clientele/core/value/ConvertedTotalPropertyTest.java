package dev.clientele.core.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

class ConvertedTotalPropertyTest {

    private static final CurrencyUnit EUR = CurrencyUnit.EUR;
    private static final LocalDate DAY = LocalDate.of(2027, 1, 1);

    private static ExchangeRate rate(int numerator, int denominator) {
        return new ExchangeRate(
                CurrencyUnit.USD,
                EUR,
                DAY,
                BigDecimal.valueOf(numerator),
                BigDecimal.valueOf(denominator),
                ExchangeRate.Origin.CROSS);
    }

    private static ConvertedTotal total(List<Integer> parts) {
        ConvertedTotal total = new ConvertedTotal(EUR);
        for (int part : parts) {
            total.add(BigDecimal.valueOf(part, 2), rate(1 + Math.abs(part % 7), 1 + Math.abs(part % 9)));
        }
        return total;
    }

    @Property
    void a_total_is_the_exact_sum_rounded_once(
            @ForAll @Size(max = 30) List<@IntRange(min = -9999, max = 9999) Integer> parts) {
        BigDecimal exact = BigDecimal.ZERO; // 2520 is a multiple of every denominator
        for (int part : parts) {
            exact = exact.add(BigDecimal.valueOf(part, 2)
                    .multiply(BigDecimal.valueOf(1 + Math.abs(part % 7)))
                    .multiply(BigDecimal.valueOf(2520 / (1 + Math.abs(part % 9)))));
        }

        assertThat(total(parts).rounded())
                .isEqualTo(Money.of(EUR, exact.divide(BigDecimal.valueOf(2520), 2, RoundingMode.HALF_EVEN)));
    }

    @Property
    void the_order_of_its_parts_makes_no_difference(@ForAll List<@IntRange(min = -9999, max = 9999) Integer> parts) {
        List<Integer> reversed = new ArrayList<>(parts);
        Collections.reverse(reversed);

        assertThat(total(reversed).rounded()).isEqualTo(total(parts).rounded());
    }

    @Example
    void a_tie_of_thirds_goes_to_the_even_cent() {
        ConvertedTotal total = new ConvertedTotal(EUR);
        total.add(new BigDecimal("0.01"), rate(1, 3));
        total.add(new BigDecimal("0.01"), rate(1, 6));
        total.add(new BigDecimal("0.04"), rate(1, 1));

        assertThat(total.rounded()).isEqualTo(Money.parse("EUR 0.04"));
    }

    @Example
    void a_rate_into_another_currency_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ConvertedTotal(CurrencyUnit.GBP).add(BigDecimal.ONE, rate(1, 1)));
    }
}
