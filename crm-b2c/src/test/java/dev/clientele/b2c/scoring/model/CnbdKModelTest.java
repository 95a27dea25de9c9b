package dev.clientele.b2c.scoring.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import dev.clientele.b2c.scoring.data.CustomerSummary;
import dev.clientele.b2c.scoring.family.BgCnbdK;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CnbdKModelTest {
    private static final double CLOSE = 1e-8; // percent

    @ParameterizedTest
    @CsvSource({"0, 0, 38.86", "1, 1.71, 38.86", "7, 29.43, 38.86", "300, 100, 104"})
    void with_k_of_one_it_is_bg_nbd_or_mbg_nbd(int x, double recency, double age) {
        CustomerSummary customer = CustomerSummary.of(x, recency, age);
        assertSame(
                new CnbdKModel(false, 1, .243, 4.414, .793, 2.426), new BgNbdModel(.243, 4.414, .793, 2.426), customer);
        assertSame(
                new CnbdKModel(true, 1, .525, 6.183, .891, 1.614), new MbgNbdModel(.525, 6.183, .891, 1.614), customer);
    }

    private static void assertSame(RepeatPurchaseModel one, RepeatPurchaseModel other, CustomerSummary customer) {
        assertThat(one.logLikelihood(customer)).isCloseTo(other.logLikelihood(customer), within(1e-10));
        CustomerForecast mine = one.forecast(customer);
        CustomerForecast theirs = other.forecast(customer);
        assertThat(mine.logAlive()).isCloseTo(theirs.logAlive(), within(1e-12));
        assertThat(mine.pAliveAfter(20)).isCloseTo(theirs.pAliveAfter(20), withinPercentage(CLOSE));
        assertThat(mine.expectedTransactions(39)).isCloseTo(theirs.expectedTransactions(39), withinPercentage(CLOSE));
        assertThat(mine.probability(2, 39)).isCloseTo(theirs.probability(2, 39), withinPercentage(CLOSE));
        assertThat(mine.nextPurchaseWithin(9)).isCloseTo(theirs.nextPurchaseWithin(9), withinPercentage(CLOSE));
        assertThat(mine.discountedTransactions(52, .003))
                .isCloseTo(theirs.discountedTransactions(52, .003), withinPercentage(CLOSE));
        assertThat(mine.discountedTransactions(.003))
                .isCloseTo(theirs.discountedTransactions(.003), withinPercentage(CLOSE));
        assertThat(one.forecastNewCustomer().expectedTransactions(39))
                .isCloseTo(other.forecastNewCustomer().expectedTransactions(39), withinPercentage(CLOSE));
    }

    @ParameterizedTest
    @CsvSource({
        "2, false, 0, 0, 38.86",
        "2, true, 0, 0, 38.86",
        "3, false, 3, 20, 38.86",
        "3, true, 3, 20, 38.86",
        "4, true, 1, 38.86, 38.86",
        "3, false, 6, 36, 38.86",
        "2, true, 2, 5, 38.86"
    })
    void agrees_with_numerical_integration_over_rates_and_dropout(
            int k, boolean early, int x, double recency, double age) {
        CnbdKModel model = new CnbdKModel(early, k, 1.3, 2.7, .9, 2.4);
        CustomerSummary customer = CustomerSummary.of(x, recency, age);
        CnbdKByQuadrature truth = new CnbdKByQuadrature(model, customer, 26, .004);
        CustomerForecast outlook = model.forecast(customer);

        assertThat(model.logLikelihood(customer)).isCloseTo(truth.logLikelihood(), within(1e-9));
        assertThat(outlook.pAlive()).isCloseTo(truth.pAlive(), within(1e-9));
        assertThat(outlook.pAliveAfter(26)).isCloseTo(truth.pAliveLater(), within(1e-9));
        assertThat(outlook.expectedTransactions(26)).isCloseTo(truth.expected(), within(1e-8));
        assertThat(outlook.nextPurchaseWithin(26)).isCloseTo(truth.next(), within(1e-9));
        assertThat(outlook.discountedTransactions(.004)).isCloseTo(truth.discounted(), withinPercentage(1e-5));
    }

    @Test
    void probabilities_sum_to_one_with_the_expectation_as_their_mean() {
        CustomerForecast outlook =
                new CnbdKModel(true, 3, 1.3, 2.7, .9, 2.4).forecast(CustomerSummary.of(6, 36, 38.86));
        double sum = 0;
        double mean = 0;
        for (int n = 0; n < 200; n++) {
            sum += outlook.probability(n, 26);
            mean += n * outlook.probability(n, 26);
        }

        assertThat(sum).isCloseTo(1, within(1e-11));
        assertThat(mean).isCloseTo(outlook.expectedTransactions(26), within(1e-9));
    }

    @Test
    void a_regular_customer_who_is_overdue_is_sooner_given_up_than_a_random_one() {
        CustomerSummary overdue = CustomerSummary.of(8, 24, 36);
        double regular = new CnbdKModel(false, 4, 4, 5, .8, 2.4).pAlive(overdue);
        double random = new CnbdKModel(false, 1, 4, 20, .8, 2.4).pAlive(overdue);

        assertThat(regular).isLessThan(random);
    }

    /** Where a sum over purchases would need millions of terms, roots of unity take over. */
    @ParameterizedTest
    @CsvSource({"1e-3, 4000", "1e-2, 3000", ".2, 700"})
    void long_times_are_the_continuation_of_short_ones(double alpha, double time) {
        CnbdKModel model = new CnbdKModel(false, 3, .8, alpha, .7, 1.9);
        CustomerForecast outlook = model.forecastNewCustomer();
        double rate = (outlook.expectedTransactions(time * 1.0001) - outlook.expectedTransactions(time * .9999))
                / (time * .0002);
        double before = (outlook.expectedTransactions(time * .9999) - outlook.expectedTransactions(time * .9997))
                / (time * .0002);

        assertThat(rate).isCloseTo(before, withinPercentage(.1));
        assertThat(outlook.pAliveAfter(time)).isLessThan(outlook.pAliveAfter(time * .999));
    }

    @Test
    void next_purchase_quantile_is_the_inverse_of_its_probability() {
        CustomerForecast outlook =
                new CnbdKModel(false, 3, 1.3, 2.7, .9, 2.4).forecast(CustomerSummary.of(6, 36, 38.86));
        double median = outlook.nextPurchaseQuantile(.5).orElseThrow();

        assertThat(outlook.nextPurchaseWithin(median)).isCloseTo(.5, within(1e-11));
        assertThat(outlook.nextPurchaseQuantile(.9999)).isEmpty();
    }

    @Test
    void a_broken_k_is_refused() {
        assertThatThrownBy(() -> BgCnbdK.weekly().withParameters(1.5, 1, 1, 1, 1))
                .hasMessageContaining("whole k");
        assertThatThrownBy(() -> new CnbdKModel(false, 0, 1, 1, 1, 1)).hasMessageContaining("k must be from 1");
    }
}
