package dev.clientele.core.value;

import static dev.clientele.core.value.Monies.EUR;
import static dev.clientele.core.value.Monies.GBP;
import static dev.clientele.core.value.Monies.USD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.RoundingMode;
import java.time.LocalDate;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

class MoneyTotalsTest {
    private static final LocalDate DAY = LocalDate.of(2025, 1, 1);
    private static final MoneyTotals TOTALS =
            MoneyTotals.of(Money.of(USD, 5), Money.of(EUR, 10), Money.of(USD, 2.5), Money.of(EUR, -1));

    @Test
    void each_currency_has_its_own_sum() {
        assertThat(TOTALS.amountIn(EUR)).isEqualTo(Money.of(EUR, 9));
        assertThat(TOTALS.amountIn(USD)).isEqualTo(Money.of(USD, 7.5));
        assertThat(TOTALS.amountIn(GBP)).isEqualTo(Money.zero(GBP));
        assertThat(TOTALS.currencies()).containsExactly(EUR, USD);
        assertThat(TOTALS).hasToString("EUR 9.00 + USD 7.50");
    }

    @Test
    void a_sum_of_zero_is_nothing() {
        assertThat(MoneyTotals.of(Money.zero(EUR))).isEqualTo(MoneyTotals.empty());
        assertThat(MoneyTotals.empty().isEmpty()).isTrue();
        assertThat(MoneyTotals.empty()).hasToString("0");
    }

    @Test
    void one_sum_needs_a_rate_for_each_other_currency() {
        ExchangeRates rates =
                ExchangeRates.builder().quote(USD, EUR, DAY, "0.9").build();
        assertThat(TOTALS.convert(EUR, DAY, rates, RoundingMode.HALF_EVEN)).isEqualTo(Money.parse("EUR 15.75"));
        assertThatThrownBy(() -> TOTALS.plus(Money.of(GBP, 1)).convert(EUR, DAY, rates, RoundingMode.HALF_EVEN))
                .isInstanceOf(MissingExchangeRateException.class)
                .hasMessageContaining("GBP to EUR");
    }

    @Test
    void a_total_of_zero_needs_no_rate() {
        MoneyTotals nothing = TOTALS.minus(TOTALS);
        assertThat(nothing.convert(GBP, DAY, ExchangeRates.none(), RoundingMode.UNNECESSARY))
                .isEqualTo(Money.zero(GBP));
    }
}
