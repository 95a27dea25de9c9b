package dev.clientele.core.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DiscountRateTest {
    @Test
    void one_paid_in_a_year_at_ten_per_cent_is_worth_a_tenth_less_than_its_growth() {
        assertThat(DiscountRate.annual(0.10).discountFactor(1)).isEqualTo(1 / 1.10, within(1e-16));
        assertThat(DiscountRate.annual(0.10).discountFactor(-1)).isEqualTo(1.10);
    }

    @Test
    void annual_and_continuous_lead_to_each_other() {
        assertThat(DiscountRate.annual(0.10).toContinuous().rate()).isEqualTo(0.09531017980432487, within(1e-16));
        assertThat(DiscountRate.continuous(0.09531017980432487).toAnnual().rate())
                .isEqualTo(0.10, within(1e-16));
    }

    @Test
    void one_per_cent_a_month_is_12_68_per_cent_a_year() {
        assertThat(DiscountRate.perPeriod(0.01, 12).rate()).isEqualTo(0.12682503013196972, within(1e-15));
    }

    @Test
    void the_weekly_rate_compounds_to_the_yearly_one() {
        double weekly = DiscountRate.annual(0.15).effectiveRate(52);
        assertThat(weekly).isEqualTo(0.0026913, within(1e-7));
        assertThat(Math.pow(1 + weekly, 52)).isEqualTo(1.15, within(1e-14));
    }

    @Test
    void a_zero_rate_discounts_nothing() {
        assertThat(DiscountRate.ZERO.discountFactor(100)).isEqualTo(1);
        assertThat(DiscountRate.annual(-0.0)).isEqualTo(DiscountRate.ZERO);
    }

    @ParameterizedTest
    @ValueSource(doubles = {-1, -2, Double.NaN, Double.POSITIVE_INFINITY, 1001})
    void a_rate_that_makes_no_sense_is_refused(double rate) {
        assertThatThrownBy(() -> DiscountRate.annual(rate))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("rate must be above -1.0 and at most 1000.0, got " + rate);
    }

    @Test
    void a_factor_beyond_double_is_an_error_and_not_infinity() {
        assertThatThrownBy(() -> DiscountRate.annual(1000).discountFactor(-1000))
                .isInstanceOf(ArithmeticException.class);
    }

    @Test
    void the_text_form_is_for_people() {
        assertThat(DiscountRate.annual(0.07)).hasToString("7% annual");
        assertThat(DiscountRate.continuous(0.095)).hasToString("9.5% continuous");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "10%", "x% annual", "10 annual", "10% weekly", "-100% annual"})
    void other_text_is_refused(String text) {
        assertThatThrownBy(() -> DiscountRate.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }
}
