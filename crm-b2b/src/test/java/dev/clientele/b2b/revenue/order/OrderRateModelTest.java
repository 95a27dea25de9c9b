package dev.clientele.b2b.revenue.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.clientele.core.value.CashFlow;
import dev.clientele.core.value.DayCount;
import dev.clientele.core.value.DiscountRate;
import dev.clientele.core.value.Discounting;
import dev.clientele.core.value.Horizon;
import dev.clientele.core.value.LifetimeValue;
import dev.clientele.core.value.MissingExchangeRateException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

class OrderRateModelTest {

    private static final LocalDate AS_OF = LocalDate.of(2026, 1, 1);

    private final OrderRateModel model = OrderRateModel.in(CurrencyUnit.EUR);

    /** One order at the beginning of each of the two years before and one on the day itself. */
    private final OrderHistory yearly = history("2024-01-02", "2025-01-01", "2026-01-01");

    private static OrderHistory history(String... days) {
        List<CashFlow> orders = new ArrayList<>();
        for (String day : days) {
            orders.add(CashFlow.of(LocalDate.parse(day), Money.parse("EUR 100")));
        }
        return OrderHistory.of(orders);
    }

    @Test
    void an_account_that_orders_once_a_year_is_expected_to_go_on() {
        LifetimeValue value = model.value(yearly, AS_OF, Horizon.days(3 * 365));

        assertThat(value.historic()).isEqualTo(Money.parse("EUR 300"));
        assertThat(value.evidence().inputs().get("ordersPerYear")).isCloseTo(1, within(1e-12));
        assertThat(value.residual()).isEqualTo(Money.parse("EUR 300"));
        assertThat(value.method()).isEqualTo("order rate");
        assertThat(value.evidence().sampleSize()).isEqualTo(3);
    }

    /** (1 − q³) / −ln q with q = 0.8 / 1.1: 2.0131... computed apart, times one order of 100 a year. */
    @Test
    void retention_and_discounting_lower_what_is_to_come() {
        LifetimeValue value = model.withRetention(0.8)
                .withDiscounting(Discounting.of(DiscountRate.annual(0.1), DayCount.ACT_365F))
                .value(yearly, LocalDate.of(2026, 1, 1), Horizon.days(3 * 365));

        double q = 0.8 / 1.1;
        assertThat(value.residual().getAmount().doubleValue())
                .isCloseTo(100 * (1 - q * q * q) / -Math.log(q), within(0.006));
    }

    @Test
    void one_order_promises_no_other() {
        LifetimeValue value = model.value(history("2025-12-01"), AS_OF, Horizon.years(1));

        assertThat(value.historic()).isEqualTo(Money.parse("EUR 100"));
        assertThat(value.residual().isZero()).isTrue();
    }

    @Test
    void a_hasty_start_is_not_extrapolated() {
        LifetimeValue value = model.value(history("2025-12-29", "2025-12-30", "2025-12-31"), AS_OF, Horizon.years(1));

        assertThat(value.residual()).isEqualTo(Money.parse("EUR 200"));
    }

    @Test
    void what_comes_after_the_day_of_the_answer_does_not_count() {
        assertThat(model.value(yearly, LocalDate.of(2025, 6, 1), Horizon.years(1)))
                .isEqualTo(
                        model.value(history("2024-01-02", "2025-01-01"), LocalDate.of(2025, 6, 1), Horizon.years(1)));
    }

    @Test
    void no_orders_are_worth_nothing() {
        LifetimeValue value = model.value(OrderHistory.of(List.of()), AS_OF, Horizon.years(1));

        assertThat(value.total().isZero()).isTrue();
    }

    @Test
    void the_interval_holds_the_residual_value() {
        LifetimeValue value = model.value(yearly, AS_OF, Horizon.years(3));

        assertThat(value.residualInterval()).isNotNull();
        assertThat(value.residualInterval().contains(value.residual())).isTrue();
    }

    @Test
    void without_end_something_must_fade() {
        assertThatThrownBy(() -> model.value(yearly, AS_OF, Horizon.infinite()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("retention below 1");
        assertThat(model.withRetention(0.5)
                        .value(yearly, AS_OF, Horizon.infinite())
                        .residual()
                        .getAmount()
                        .doubleValue())
                .isCloseTo(100 / Math.log(2), within(0.006));
    }

    @Test
    void an_order_in_another_currency_needs_its_rate() {
        OrderHistory dollars = OrderHistory.of(List.of(CashFlow.of(LocalDate.of(2025, 1, 1), Money.parse("USD 1"))));

        assertThatThrownBy(() -> model.value(dollars, AS_OF, Horizon.years(1)))
                .isInstanceOf(MissingExchangeRateException.class);
    }
}
