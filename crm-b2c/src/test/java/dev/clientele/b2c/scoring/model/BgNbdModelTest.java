package dev.clientele.b2c.scoring.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import dev.clientele.b2c.scoring.data.CustomerSummary;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BgNbdModelTest {
    private final BgNbdModel published = new BgNbdModel(.243, 4.414, .793, 2.426);

    /** Fader, Hardie and Lee (2005), the spreadsheet note's customer with x = 2, t_x = 30.43, T = 38.86. */
    @Test
    void expects_what_the_paper_expects() {
        assertThat(published.expectedTransactions(39, CustomerSummary.of(2, 30.43, 38.86)))
                .isCloseTo(1.2260281747671, within(1e-12));
    }

    @Test
    void a_customer_without_repeats_is_alive() {
        assertThat(published.pAlive(CustomerSummary.of(0, 0, 38.86))).isEqualTo(1);
    }

    @Test
    void log_alive_is_finite_where_p_alive_underflows() {
        CustomerForecast outlook = published.forecast(CustomerSummary.of(10_000, 10, 10_000));

        assertThat(outlook.pAlive()).isZero();
        assertThat(outlook.logAlive()).isFinite().isLessThan(-60_000);
    }

    /** The textbook form divides by a − 1 here; lifetimes and others return NaN or infinity. */
    @Test
    void a_equal_to_one_is_no_special_case() {
        CustomerSummary customer = CustomerSummary.of(2, 30.43, 38.86);
        double at = new BgNbdModel(.243, 4.414, 1, 2.426).expectedTransactions(39, customer);
        double below = new BgNbdModel(.243, 4.414, 1 - 1e-7, 2.426).expectedTransactions(39, customer);
        double above = new BgNbdModel(.243, 4.414, 1 + 1e-7, 2.426).expectedTransactions(39, customer);

        assertThat(at).isCloseTo((below + above) / 2, withinPercentage(1e-10));
    }

    /** The textbook form has a hypergeometric function with c = a + b − 1 negative or zero here. */
    @ParameterizedTest
    @ValueSource(doubles = {0.1, 0.4, 0.5, 0.6, 0.9})
    void a_plus_b_below_one_is_no_special_case_without_repeats(double b) {
        BgNbdModel model = new BgNbdModel(.243, 4.414, .5, b);
        double week = model.expectedTransactions(1e-6, CustomerSummary.of(0, 0, 38.86));

        assertThat(week / 1e-6).isCloseTo(.243 / (4.414 + 38.86), withinPercentage(1e-4));
    }

    @Test
    void probabilities_of_all_numbers_of_purchases_sum_to_one() {
        CustomerForecast outlook = published.forecast(CustomerSummary.of(7, 29.43, 38.86));
        double sum = 0;
        double mean = 0;
        for (int n = 0; n < 400; n++) {
            sum += outlook.probability(n, 39);
            mean += n * outlook.probability(n, 39);
        }

        assertThat(sum).isCloseTo(1, within(1e-12));
        assertThat(mean).isCloseTo(outlook.expectedTransactions(39), within(1e-10));
    }

    @Test
    void the_next_purchase_quantile_is_the_inverse_of_its_probability() {
        CustomerForecast outlook = published.forecast(CustomerSummary.of(7, 29.43, 38.86));
        double median = outlook.nextPurchaseQuantile(0.5).orElseThrow();

        assertThat(outlook.nextPurchaseWithin(median)).isCloseTo(0.5, within(1e-14));
        assertThat(outlook.nextPurchaseQuantile(0.7)).isEmpty();
    }

    @Test
    void discounted_purchases_for_ever_are_the_limit_of_those_over_a_long_time() {
        CustomerForecast outlook = published.forecast(CustomerSummary.of(2, 30.43, 38.86));

        assertThat(outlook.discountedTransactions(50_000, .0027))
                .isCloseTo(outlook.discountedTransactions(.0027), withinPercentage(1e-9));
    }

    @Test
    void without_discounting_discounted_purchases_are_expected_purchases() {
        CustomerForecast outlook = published.forecast(CustomerSummary.of(2, 30.43, 38.86));

        assertThat(outlook.discountedTransactions(52, 0)).isEqualTo(outlook.expectedTransactions(52));
    }

    @Test
    void an_impossible_parameter_is_refused() {
        assertThatThrownBy(() -> new BgNbdModel(.2, 0, .8, 2.4))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("alpha must be finite and above 0, was 0.0");
    }

    @Test
    void an_impossible_customer_is_refused() {
        assertThatThrownBy(() -> CustomerSummary.of(2, 40, 39)).hasMessageContaining("recency must be from 0 to age");
        assertThatThrownBy(() -> CustomerSummary.of(0, 1, 39)).hasMessageContaining("without repeats");
        assertThatThrownBy(() -> CustomerSummary.of(-1, 0, 39)).hasMessageContaining("repeats");
        assertThatThrownBy(() -> CustomerSummary.of(0, 0, Double.NaN)).hasMessageContaining("age");
    }
}
