package dev.clientele.b2b.revenue.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.clientele.core.value.DiscountRate;
import dev.clientele.core.value.Horizon;
import dev.clientele.core.value.LifetimeValue;
import java.time.LocalDate;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

class AcquisitionTest {

    private static final DiscountRate ONE_PERCENT_A_MONTH = DiscountRate.perPeriod(0.01, 12);

    private static Money eur(String amount) {
        return Money.parse("EUR " + amount);
    }

    private static UnitEconomics of(String cost, String monthly) {
        return new UnitEconomics(eur(cost), eur(monthly));
    }

    @Test
    void a_customer_has_paid_back_once_the_margin_reaches_the_cost() {
        assertThat(of("1200", "100").paybackMonths()).hasValue(12);
        assertThat(of("1201", "100").paybackMonths()).hasValue(13);
        assertThat(of("0.30", "0.10").paybackMonths()).hasValue(3);
    }

    @Test
    void what_cost_nothing_is_paid_back_at_once() {
        assertThat(of("0", "100").paybackMonths()).hasValue(0);
        assertThat(of("0", "-1").paybackMonths()).hasValue(0);
    }

    @Test
    void what_leaves_nothing_is_never_paid_back() {
        assertThat(of("1", "0").paybackMonths()).isEmpty();
        assertThat(of("1", "-5").paybackMonths()).isEmpty();
    }

    /** 100 a month at 1 % a month: 12 months are worth 1,125.51, 13 months 1,213.37; for ever 10,000. */
    @Test
    void later_money_counts_for_less() {
        assertThat(of("1125.50", "100").paybackMonths(ONE_PERCENT_A_MONTH)).hasValue(12);
        assertThat(of("1125.52", "100").paybackMonths(ONE_PERCENT_A_MONTH)).hasValue(13);
        assertThat(of("10001", "100").paybackMonths(ONE_PERCENT_A_MONTH)).isEmpty();
    }

    /** With α = 1 and β = 1 the shares are 1, 1/2, 1/3, …: 11/6 after three months, 25/12 after four. */
    @Test
    void customers_who_leave_pay_back_later_or_never() {
        RetentionModel half = new ShiftedBetaGeometric(1, 1);

        assertThat(of("183.33", "100").paybackMonths(DiscountRate.ZERO, half)).hasValue(3);
        assertThat(of("183.34", "100").paybackMonths(DiscountRate.ZERO, half)).hasValue(4);
        assertThat(of("100000", "100").paybackMonths(DiscountRate.ZERO, half)).isEmpty();
    }

    @Test
    void the_mean_customer_costs_its_part_of_what_was_spent() {
        UnitEconomics mean = UnitEconomics.ofMean(eur("10000"), 8, eur("250"), 0.8);

        assertThat(mean).isEqualTo(of("1250", "200"));
        assertThat(mean.paybackMonths()).hasValue(7);
        assertThatThrownBy(() -> UnitEconomics.ofMean(eur("1"), 0, eur("1"), 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("customers must be 1 or more");
    }

    @Test
    void the_value_of_a_customer_is_compared_with_what_it_cost() {
        LifetimeValue.Builder value = LifetimeValue.builder(
                        "by hand", CurrencyUnit.EUR, LocalDate.of(2027, 1, 1), Horizon.years(5))
                .historic(eur("1000"))
                .residual(eur("2000"));

        assertThat(UnitEconomics.lifetimeValueToCost(value.build())).isEmpty();
        assertThat(UnitEconomics.lifetimeValueToCost(
                        value.acquisitionCost(eur("750")).build()))
                .hasValueCloseTo(4.0, within(1e-12));
    }

    /** 5,000 a month won for 40,000 at 80 %: 12 · 5,000 · 0.8 / 40,000. */
    @Test
    void the_cost_ratio_is_what_a_year_leaves_for_each_unit_spent() {
        assertThat(UnitEconomics.acquisitionCostRatio(eur("5000"), 0.8, eur("40000")))
                .hasValueCloseTo(1.2, within(1e-12));
        assertThat(UnitEconomics.acquisitionCostRatio(eur("5000"), 0.8, eur("0")))
                .isEmpty();
    }

    @Test
    void two_currencies_are_refused() {
        assertThatThrownBy(() -> new UnitEconomics(eur("1"), Money.parse("USD 1")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("monthlyMargin must be in EUR");
        assertThatThrownBy(() -> UnitEconomics.acquisitionCostRatio(eur("1"), 1, Money.parse("USD 1")))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
