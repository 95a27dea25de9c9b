package dev.clientele.b2c.scoring.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import dev.clientele.b2c.scoring.data.CustomerSummary;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Where the formulas that other packages evaluate give NaN, infinity or digits that mean nothing, and what is right there.
 * What is right is taken from a neighbouring point where the formula works, or from a form of its own.
 */
class WherePeersBreakTest {
    private static final CustomerSummary CUSTOMER = CustomerSummary.of(2, 30.43, 38.86);

    @Test
    void bg_nbd_expectation_with_a_of_one_divides_by_zero() {
        BgNbdModel model = new BgNbdModel(.243, 4.414, 1, 2.426);

        assertThat(Textbook.bgNbdExpected(model, 39, 2, 30.43, 38.86)).isInfinite();
        assertThat(model.expectedTransactions(39, CUSTOMER))
                .isCloseTo(
                        Textbook.bgNbdExpected(new BgNbdModel(.243, 4.414, 1 + 1e-6, 2.426), 39, 2, 30.43, 38.86),
                        withinPercentage(1e-3));
    }

    @Test
    void bg_nbd_expectation_with_a_next_to_one_loses_its_digits() {
        BgNbdModel model = new BgNbdModel(.243, 4.414, 1 + 1e-13, 2.426);
        double right = new BgNbdModel(.243, 4.414, 1, 2.426).expectedTransactions(39, CUSTOMER);

        assertThat(Math.abs(Textbook.bgNbdExpected(model, 39, 2, 30.43, 38.86) / right - 1))
                .isGreaterThan(1e-9);
        assertThat(model.expectedTransactions(39, CUSTOMER)).isCloseTo(right, withinPercentage(1e-10));
    }

    @Test
    void bg_nbd_expectation_with_a_plus_b_of_one_and_no_repeats_has_a_pole() {
        BgNbdModel model = new BgNbdModel(.243, 4.414, .4, .6);
        CustomerSummary never = CustomerSummary.of(0, 0, 38.86);
        double below = new BgNbdModel(.243, 4.414, .4, .6 - 1e-6).expectedTransactions(39, never);
        double above = new BgNbdModel(.243, 4.414, .4, .6 + 1e-6).expectedTransactions(39, never);

        assertThat(Textbook.bgNbdExpected(model, 39, 0, 0, 38.86)).isNaN();
        assertThat(model.expectedTransactions(39, never)).isCloseTo((below + above) / 2, withinPercentage(1e-8));
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 1_000, 10_000})
    void bg_nbd_p_alive_overflows_with_many_repeats_long_ago(int repeats) {
        BgNbdModel model = new BgNbdModel(.243, 4.414, .793, 2.426);
        double naive = Textbook.bgNbdAlive(model, repeats, 10, 10_000);
        double logAlive =
                model.forecast(CustomerSummary.of(repeats, 10, 10_000)).logAlive();

        assertThat(Math.log(naive)).isEqualTo(Double.NEGATIVE_INFINITY);
        assertThat(logAlive)
                .isFinite()
                .isCloseTo(
                        -Math.log(.793 / (2.426 + repeats - 1))
                                - (.243 + repeats) * Math.log((4.414 + 10_000) / (4.414 + 10)),
                        within(1e-7));
    }

    @ParameterizedTest
    @ValueSource(ints = {172, 1_000, 10_000})
    void likelihoods_by_the_gamma_function_overflow_from_172_purchases(int repeats) {
        CustomerSummary many = CustomerSummary.of(repeats, 90, 100);
        double factorial = 1;
        for (int i = 1; i <= repeats; i++) {
            factorial *= i;
        }

        assertThat(factorial).isInfinite();
        assertThat(new BgNbdModel(.243, 4.414, .793, 2.426).logLikelihood(many)).isFinite();
        assertThat(new MbgNbdModel(.525, 6.183, .891, 1.614).logLikelihood(many))
                .isFinite();
        assertThat(new ParetoNbdModel(.553, 10.578, .606, 11.669).logLikelihood(many))
                .isFinite();
        assertThat(new NbdModel(.385, 12.072).forecastNewCustomer().probability(repeats, 39))
                .isBetween(0.0, 1.0);
    }

    @Test
    void pareto_nbd_expectation_with_s_of_one_divides_by_zero() {
        ParetoNbdModel model = new ParetoNbdModel(.553, 10.578, 1, 11.669);

        assertThat(Textbook.paretoExpected(model, 39)).isNaN();
        assertThat(model.forecastNewCustomer().expectedTransactions(39))
                .isCloseTo(.553 / 10.578 * 11.669 * Math.log1p(39 / 11.669), withinPercentage(1e-10));
    }

    @Test
    void pareto_nbd_silence_underflows_with_many_purchases() {
        ParetoNbdModel model = new ParetoNbdModel(.553, 10.578, .606, 11.669);

        assertThat(Textbook.paretoSilence(model, 300, 100, 104)).isZero();
        assertThat(model.logLikelihood(CustomerSummary.of(300, 100, 104))).isCloseTo(-8.7089819626920, within(1e-8));
    }

    @Test
    void pareto_nbd_silence_of_a_moment_is_all_cancellation() {
        ParetoNbdModel model = new ParetoNbdModel(.553, 10.578, .606, 11.669);
        double silence = 1e-13;
        CustomerSummary customer = CustomerSummary.of(2, 30, 30 + silence);
        double naive = Textbook.paretoSilence(model, 2, 30, 30 + silence);
        // Over so short a time the integral is its integrand times its length.
        double right = (model.r() + model.s() + 2)
                * (customer.age() - 30)
                * Math.pow(10.578 + 30, -(.553 + 2))
                * Math.pow(11.669 + 30, -1.606);
        double odds = model.s() * (customer.age() - 30) / (11.669 + 30);

        assertThat(Math.abs(naive / right - 1)).isGreaterThan(1e-3);
        assertThat(-Math.expm1(model.forecast(customer).logAlive())).isCloseTo(odds, withinPercentage(1e-3));
    }

    @Test
    void pareto_nbd_with_alpha_equal_to_beta_is_no_special_case() {
        double at = new ParetoNbdModel(.5, 10, .6, 10).logLikelihood(CUSTOMER);
        double below = new ParetoNbdModel(.5, 10 - 1e-5, .6, 10).logLikelihood(CUSTOMER);
        double above = new ParetoNbdModel(.5, 10 + 1e-5, .6, 10).logLikelihood(CUSTOMER);

        assertThat(at).isCloseTo((below + above) / 2, within(1e-10));
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e-8, 1e-4, 1, 1e4, 1e8})
    void tiny_and_huge_parameters_give_finite_answers_everywhere(double size) {
        CustomerSummary[] customers = {
            CustomerSummary.of(0, 0, 10_000), CustomerSummary.of(10_000, 9_999, 10_000), CustomerSummary.of(1, 1e-3, 1)
        };
        RepeatPurchaseModel[] models = {
            new BgNbdModel(size, 1, 1, 1), new BgNbdModel(1, size, 1 / size, size), new MbgNbdModel(1, 1, size, 1),
            new ParetoNbdModel(size, 1, 1, 1), new ParetoNbdModel(1, size, 1, 1 / size), new NbdModel(size, 1 / size),
            new CnbdKModel(true, 3, size, 1, 1, 1 / size), new ParetoNbdModel(1, 1, size, size)
        };
        for (RepeatPurchaseModel model : models) {
            for (CustomerSummary customer : customers) {
                CustomerForecast outlook = model.forecast(customer);
                assertThat(model.logLikelihood(customer))
                        .as(model + " " + customer)
                        .isFinite();
                assertThat(outlook.logAlive()).as(model + " " + customer).isFinite();
                assertThat(outlook.expectedTransactions(10_000))
                        .as(model + " " + customer)
                        .isFinite();
                assertThat(outlook.discountedTransactions(.003))
                        .as(model + " " + customer)
                        .isFinite();
                assertThat(outlook.probability(2, 10_000))
                        .as(model + " " + customer)
                        .isBetween(0.0, 1.0);
            }
        }
    }
}
