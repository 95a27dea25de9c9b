package dev.clientele.core.value;

import static dev.clientele.core.value.Monies.EUR;
import static dev.clientele.core.value.Monies.USD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Map;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LifetimeValueTest {
    private static final LocalDate DAY = LocalDate.of(2025, 6, 30);

    @Test
    void the_total_is_received_plus_expected_less_the_cost_of_winning() {
        LifetimeValue value = full();
        assertThat(value.total()).isEqualTo(Money.parse("EUR 1234.56"));
        assertThat(value.currency()).isEqualTo(EUR);
    }

    @Test
    void the_interval_of_the_total_moves_with_what_is_certain() {
        assertThat(full().totalInterval())
                .isEqualTo(ValueInterval.of(Money.parse("EUR 1134.56"), Money.parse("EUR 1384.56"), 0.95));
    }

    @Test
    void it_says_itself_in_words() {
        assertThat(full().explain())
                .isEqualTo(
                        "EUR 1234.56 as of 2025-06-30: EUR 1000.00 received, EUR 300.00 expected over the next 12 months"
                                + " (discounted at 10% annual, ACT/365F), less EUR 65.44 to win the customer."
                                + " The expectation lies within EUR 200.00 to EUR 450.00 (95%); what one customer really brings varies more."
                                + " Method: BG/NBD with Gamma-Gamma, on 2357 observations; x = 2.0, t_x = 30.43.");
    }

    @Test
    void words_leave_out_what_does_not_apply() {
        LifetimeValue value = LifetimeValue.builder("orders so far", EUR, DAY, Horizon.infinite())
                .build();
        assertThat(value.explain())
                .isEqualTo("EUR 0.00 as of 2025-06-30: EUR 0.00 received, EUR 0.00 expected over all the future."
                        + " Method: orders so far, on 0 observations.");
        assertThat(value.totalInterval()).isNull();
    }

    @Test
    void a_model_output_is_rounded_half_to_even_to_the_minor_unit() {
        assertThat(start().residual(2.125).build().residual()).isEqualTo(Money.parse("EUR 2.12"));
        assertThat(start().residual(-2.135).build().residual()).isEqualTo(Money.parse("EUR -2.13"));
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void an_output_that_is_not_finite_is_refused(double output) {
        assertThatThrownBy(() -> start().residual(output)).hasMessage("residual must be finite, got " + output);
        assertThatThrownBy(() -> start().residualInterval(0, output, 0.9)).hasMessageContaining("must be finite");
        assertThatThrownBy(() -> Evidence.none().with("x", output)).hasMessage("input x must be finite, got " + output);
    }

    @Test
    void every_amount_is_in_one_currency() {
        Money dollar = Money.of(USD, 1);
        assertThatThrownBy(() -> start().residual(dollar).build()).hasMessage("residual must be in EUR, got USD");
        assertThatThrownBy(() -> start().acquisitionCost(dollar).build())
                .hasMessage("acquisitionCost must be in EUR, got USD");
        assertThatThrownBy(() -> start().residualInterval(ValueInterval.of(dollar, dollar, 0.5))
                        .build())
                .hasMessage("residualInterval must be in EUR, got USD");
    }

    @Test
    void winning_a_customer_never_costs_less_than_nothing() {
        assertThatThrownBy(() -> start().acquisitionCost(Money.of(EUR, -1)).build())
                .hasMessage("acquisitionCost must not be negative, got EUR -1.00");
    }

    @Test
    void an_interval_is_in_order_and_has_a_level() {
        assertThatThrownBy(() -> ValueInterval.of(Money.of(EUR, 2), Money.of(EUR, 1), 0.9))
                .hasMessage("low must not be above high, got EUR 2.00 and EUR 1.00");
        assertThatThrownBy(() -> ValueInterval.of(Money.of(EUR, 1), Money.of(EUR, 2), 95))
                .hasMessage("level must be above 0 and below 1, got 95.0");
    }

    @Test
    void evidence_keeps_the_order_of_its_inputs_and_does_not_change() {
        Evidence two = Evidence.of(10).with("x", 1).with("t_x", 2);
        assertThat(two.inputs()).containsExactly(Map.entry("x", 1.0), Map.entry("t_x", 2.0));
        assertThat(two.with("x", 3).inputs()).containsExactly(Map.entry("x", 3.0), Map.entry("t_x", 2.0));
        assertThatThrownBy(() -> two.inputs().clear()).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> Evidence.of(-1)).hasMessage("sampleSize must not be below 0, got -1");
    }

    private static LifetimeValue.Builder start() {
        return LifetimeValue.builder("test", EUR, DAY, Horizon.months(12));
    }

    private static LifetimeValue full() {
        return LifetimeValue.builder("BG/NBD with Gamma-Gamma", EUR, DAY, Horizon.months(12))
                .historic(Money.of(EUR, 1000))
                .residual(299.9999)
                .acquisitionCost(Money.parse("EUR 65.44"))
                .residualInterval(200, 450, 0.95)
                .discounting(Discounting.of(DiscountRate.annual(0.1), DayCount.ACT_365F))
                .evidence(Evidence.of(2357).with("x", 2).with("t_x", 30.43))
                .build();
    }
}
