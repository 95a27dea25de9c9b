package dev.clientele.b2c.scoring.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import dev.clientele.b2c.scoring.data.CustomerSummary;
import dev.clientele.b2c.scoring.data.SpendSummary;
import org.junit.jupiter.api.Test;

/** Poisson and gamma with a common mean against closed forms evaluated with 50 digits (mpmath). */
class LimitingModelsTest {
    private static final PoissonModel POISSON = new PoissonModel(.05);

    @Test
    void poisson_has_its_closed_forms() {
        CustomerForecast outlook = POISSON.forecast(CustomerSummary.of(2, 11, 30));

        assertThat(POISSON.logLikelihood(CustomerSummary.of(2, 11, 30))).isCloseTo(-7.491464547107982, within(1e-14));
        assertThat(outlook.pAlive()).isEqualTo(1);
        assertThat(outlook.pAliveAfter(100)).isEqualTo(1);
        assertThat(outlook.expectedTransactions(40)).isCloseTo(2, within(1e-15));
        assertThat(outlook.probability(3, 40)).isCloseTo(.18044704431548358, within(1e-15));
        assertThat(outlook.nextPurchaseWithin(40)).isCloseTo(.8646647167633873, within(1e-15));
        assertThat(outlook.nextPurchaseQuantile(.3).orElseThrow()).isCloseTo(7.133498878774647, within(1e-13));
        assertThat(outlook.discountedTransactions(40, .01)).isCloseTo(1.6483997698218036, within(1e-14));
        assertThat(outlook.discountedTransactions(.01)).isCloseTo(5, within(1e-14));
    }

    @Test
    void the_probabilities_of_poisson_sum_to_one() {
        CustomerForecast outlook = POISSON.forecastNewCustomer();
        double sum = 0;
        for (int n = 0; n <= 60; n++) {
            sum += outlook.probability(n, 200);
        }

        assertThat(sum).isCloseTo(1, within(1e-14));
        assertThat(outlook.probability(3, 0)).isZero();
    }

    @Test
    void gamma_with_common_mean_has_its_density() {
        assertThat(new CommonGammaModel(2.5, 20).logLikelihood(new SpendSummary(3, 25)))
                .isCloseTo(-3.3428907727033748, within(1e-14));
    }

    @Test
    void gamma_gamma_with_large_q_and_gamma_is_gamma_with_a_common_mean() {
        SpendSummary spent = new SpendSummary(3, 25);
        GammaGammaModel far = new GammaGammaModel(2.5, 1e9, 8e9);
        CommonGammaModel limit = new CommonGammaModel(2.5, 20);

        assertThat(far.logLikelihood(spent)).isCloseTo(limit.logLikelihood(spent), within(1e-6));
        assertThat(far.expectedSpend(spent)).isCloseTo(limit.expectedSpend(spent), withinPercentage(1e-5));
    }
}
