package dev.clientele.core.value;

import static dev.clientele.core.value.Monies.EUR;
import static dev.clientele.core.value.Monies.USD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

class DiscountingTest {
    private static final Discounting NINE_PERCENT = Discounting.of(DiscountRate.annual(0.09), DayCount.ACT_365F);
    private static final LocalDate START = LocalDate.of(2008, 1, 1);
    private static final List<CashFlow> FLOWS = List.of(
            CashFlow.of(LocalDate.of(2008, 3, 1), Money.of(USD, 2750)),
            CashFlow.of(LocalDate.of(2008, 10, 30), Money.of(USD, 4250)),
            CashFlow.of(LocalDate.of(2009, 2, 15), Money.of(USD, 3250)),
            CashFlow.of(LocalDate.of(2009, 4, 1), Money.of(USD, 2750)));

    /** The example in Microsoft's documentation of XNPV, which prints 2,086.65. */
    @Test
    void net_present_value_agrees_with_the_spreadsheet_function() {
        assertThat(NINE_PERCENT.netPresentValue(Money.of(USD, 10_000), START, FLOWS))
                .isEqualTo(Money.parse("USD 2086.65"));
        BigDecimal exact =
                NINE_PERCENT.exactPresentValue(USD, START, FLOWS).minus(10_000).getAmount();
        assertThat(exact.setScale(6, RoundingMode.HALF_EVEN)).isEqualTo("2086.647602");
    }

    @Test
    void no_flows_are_worth_nothing() {
        assertThat(NINE_PERCENT.presentValue(EUR, START, List.of())).isEqualTo(Money.zero(EUR));
    }

    @Test
    void a_flow_on_the_day_itself_counts_in_full() {
        Money amount = Money.parse("EUR 123.45");
        assertThat(NINE_PERCENT.presentValue(EUR, START, List.of(CashFlow.of(START, amount))))
                .isEqualTo(amount);
    }

    @Test
    void an_earlier_flow_is_carried_forward() {
        CashFlow earlier = CashFlow.of(START.minusDays(365), Money.of(EUR, 100));
        assertThat(NINE_PERCENT.presentValue(EUR, START, List.of(earlier))).isEqualTo(Money.of(EUR, 109));
    }

    @Test
    void without_a_rate_present_value_is_the_sum() {
        assertThat(Discounting.NONE.presentValue(USD, START, FLOWS)).isEqualTo(Money.of(USD, 13_000));
    }

    @Test
    void flows_of_another_currency_are_refused() {
        assertThatThrownBy(() -> NINE_PERCENT.presentValue(EUR, START, FLOWS))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("every flow must be in EUR, got one in USD");
    }

    @Test
    void monthly_flows_from_the_31st_do_not_drift() {
        assertThat(CashFlow.recurring(LocalDate.of(2025, 1, 31), Period.ofMonths(1), Money.of(EUR, 10))
                        .limit(4)
                        .map(CashFlow::date))
                .containsExactly(
                        LocalDate.of(2025, 1, 31),
                        LocalDate.of(2025, 2, 28),
                        LocalDate.of(2025, 3, 31),
                        LocalDate.of(2025, 4, 30));
    }

    @Test
    void a_period_that_stands_still_or_goes_back_is_refused() {
        Money ten = Money.of(EUR, 10);
        assertThatThrownBy(() -> CashFlow.recurring(START, Period.ZERO, ten)).hasMessageContaining("got P0D");
        assertThatThrownBy(() -> CashFlow.recurring(START, Period.ofMonths(-1), ten))
                .hasMessageContaining("got P-1M");
    }
}
