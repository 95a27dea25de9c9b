package dev.clientele.b2c.scoring.family;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import dev.clientele.b2c.scoring.Cdnow;
import dev.clientele.b2c.scoring.data.CustomerSummary;
import dev.clientele.b2c.scoring.data.TimeStep;
import dev.clientele.b2c.scoring.fit.ConfidenceInterval;
import dev.clientele.b2c.scoring.fit.Fit;
import dev.clientele.b2c.scoring.fit.FittedModel;
import dev.clientele.b2c.scoring.fit.LikelihoodRatioTest;
import dev.clientele.b2c.scoring.fit.Uncertainty;
import dev.clientele.b2c.scoring.model.BgNbdModel;
import dev.clientele.b2c.scoring.model.RepeatPurchaseModel;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class UncertaintyTest {
    private final FittedModel bgNbd = BgNbd.weekly().fit(Cdnow.customers());

    @Test
    void the_standard_error_of_a_product_is_worked_by_hand() {
        // ln(r t / alpha) = ln r − ln alpha + …: its variance is that of the two logarithms less twice their
        // covariance.
        FittedModel nbd = Nbd.weekly().fit(Cdnow.customers());
        double r = nbd.parameters().get("r");
        double alpha = nbd.parameters().get("alpha");
        List<List<Double>> c = nbd.fit().covariance();
        double variance = c.get(0).get(0) / r / r
                + c.get(1).get(1) / alpha / alpha
                - 2 * c.get(0).get(1) / r / alpha;
        ConfidenceInterval interval = RepeatPurchaseFamilies.uncertainty(nbd)
                .intervalOfAmount(m -> m.forecastNewCustomer().expectedTransactions(39), .95);

        assertThat(interval.standardError() / interval.estimate())
                .isCloseTo(Math.sqrt(variance), withinPercentage(1e-5));
        assertThat(Math.log(interval.high() / interval.estimate()))
                .isCloseTo(1.959963984540054 * Math.sqrt(variance), withinPercentage(1e-5));
        assertThat(interval.low() * interval.high())
                .isCloseTo(interval.estimate() * interval.estimate(), withinPercentage(1e-9));
    }

    @Test
    void intervals_of_a_customer_hold_the_estimate_and_stay_in_range() {
        CustomerSummary customer = CustomerSummary.of(2, 30.43, 38.86);
        Uncertainty<RepeatPurchaseModel> uncertainty = RepeatPurchaseFamilies.uncertainty(bgNbd);
        ConfidenceInterval alive = uncertainty.intervalOfProbability(m -> m.pAlive(customer), .95);
        ConfidenceInterval expected = uncertainty.intervalOfAmount(m -> m.expectedTransactions(39, customer), .95);

        assertThat(alive.low()).isBetween(.6, alive.estimate());
        assertThat(alive.high()).isBetween(alive.estimate(), .85);
        assertThat(expected.low()).isBetween(1.0, expected.estimate());
        assertThat(expected.high()).isBetween(expected.estimate(), 1.5);
        assertThat(uncertainty
                        .intervalOfAmount(m -> m.expectedTransactions(39, customer), .99)
                        .high())
                .isGreaterThan(expected.high());
    }

    @Test
    void what_is_certain_has_an_interval_without_width() {
        ConfidenceInterval alive = RepeatPurchaseFamilies.uncertainty(bgNbd)
                .intervalOfProbability(m -> m.pAlive(CustomerSummary.of(0, 0, 30)), .95);

        assertThat(alive).isEqualTo(new ConfidenceInterval(1, 0, 1, 1, .95));
    }

    @Test
    void a_k_that_was_chosen_adds_no_uncertainty() {
        FittedModel regular = MbgCnbdK.weekly().fit(Cdnow.customers());
        FittedModel plain = MbgNbd.weekly().fit(Cdnow.customers());
        ConfidenceInterval one = RepeatPurchaseFamilies.uncertainty(regular)
                .intervalOfAmount(m -> m.forecastNewCustomer().expectedTransactions(39), .9);
        ConfidenceInterval other = RepeatPurchaseFamilies.uncertainty(plain)
                .intervalOfAmount(m -> m.forecastNewCustomer().expectedTransactions(39), .9);

        assertThat(one.standardError()).isCloseTo(other.standardError(), withinPercentage(.1));
    }

    @Test
    void a_model_without_covariance_is_refused() {
        FittedModel known = new FittedModel(
                new BgNbdModel(1, 1, 1, 1),
                TimeStep.WEEK,
                new Fit("BG/NBD", Map.of("r", 1.0), List.of(), -1, true, 1, 2, 1),
                Optional.empty());

        assertThatThrownBy(() -> RepeatPurchaseFamilies.uncertainty(known)).hasMessageContaining("covariance");
    }

    @Test
    void the_likelihood_ratio_of_bg_nbd_against_nbd_is_worked_by_hand() {
        LikelihoodRatioTest test =
                LikelihoodRatioTest.of(Nbd.weekly().fit(Cdnow.customers()).fit(), bgNbd.fit());

        assertThat(test.statistic()).isCloseTo(2 * (9763.657615 - 9582.429207), within(1e-4));
        assertThat(test.degreesOfFreedom()).isEqualTo(2);
        // With two degrees of freedom the tail of χ² is e^(−statistic/2).
        assertThat(test.pValue()).isCloseTo(Math.exp(-test.statistic() / 2), withinPercentage(1e-6));
        assertThatThrownBy(() -> LikelihoodRatioTest.of(bgNbd.fit(), bgNbd.fit()))
                .hasMessageContaining("more parameters");
    }

    @Test
    void information_criteria_are_worked_by_hand() {
        assertThat(bgNbd.fit().aic()).isCloseTo(8 + 2 * 9582.429207, within(1e-4));
        assertThat(bgNbd.fit().bic()).isCloseTo(4 * Math.log(2357) + 2 * 9582.429207, within(1e-4));
    }
}
