package dev.clientele.b2c.scoring.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.clientele.b2c.scoring.data.CustomerSummary;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

/** The models that are named as limiting cases are the limits of those they stand for. */
class LimitsOfModelsPropertyTest {
    @Property(tries = 200)
    void pareto_nbd_whose_customers_hardly_leave_is_nbd(
            @ForAll @DoubleRange(min = .1, max = 5) double r,
            @ForAll @DoubleRange(min = .5, max = 100) double alpha,
            @ForAll @DoubleRange(min = .1, max = 20) double shape,
            @ForAll @IntRange(max = 12) int x,
            @ForAll @DoubleRange(min = .8, max = 1) double recency,
            @ForAll @DoubleRange(min = 1, max = 100) double age) {
        CustomerSummary customer = CustomerSummary.of(x, x == 0 ? 0 : age * recency, age);
        NbdModel limit = new NbdModel(r, alpha);

        for (RepeatPurchaseModel near :
                List.of(new ParetoNbdModel(r, alpha, 1e-15, shape), new ParetoNbdModel(r, alpha, shape, 1e16))) {
            assertAgree(near, limit, customer, 1e-4);
        }
    }

    @Property(tries = 200)
    void bg_nbd_whose_customers_hardly_leave_is_nbd(
            @ForAll @DoubleRange(min = .1, max = 5) double r,
            @ForAll @DoubleRange(min = .5, max = 100) double alpha,
            @ForAll @IntRange(max = 12) int x,
            @ForAll @DoubleRange(min = 1, max = 100) double age) {
        CustomerSummary customer = CustomerSummary.of(x, x == 0 ? 0 : age * .9, age);

        for (RepeatPurchaseModel near :
                List.of(new BgNbdModel(r, alpha, 1e-18, 2), new MbgNbdModel(r, alpha, 1e-18, 2))) {
            assertAgree(near, new NbdModel(r, alpha), customer, 1e-4);
        }
    }

    @Property(tries = 200)
    void nbd_whose_rates_hardly_differ_is_poisson(
            @ForAll @DoubleRange(min = .01, max = 3) double lambda,
            @ForAll @IntRange(max = 12) int x,
            @ForAll @DoubleRange(min = 1, max = 100) double age) {
        CustomerSummary customer = CustomerSummary.of(x, x == 0 ? 0 : age * .9, age);

        assertAgree(new NbdModel(1e9, 1e9 / lambda), new PoissonModel(lambda), customer, 1e-4);
    }

    private static void assertAgree(
            RepeatPurchaseModel near, RepeatPurchaseModel limit, CustomerSummary customer, double tolerance) {
        assertThat(near.logLikelihood(customer)).isCloseTo(limit.logLikelihood(customer), within(tolerance));
        assertThat(near.pAlive(customer)).isCloseTo(limit.pAlive(customer), within(tolerance));
        assertThat(near.expectedTransactions(26, customer) / limit.expectedTransactions(26, customer))
                .isCloseTo(1, within(tolerance));
        assertThat(near.forecast(customer).probability(2, 26))
                .isCloseTo(limit.forecast(customer).probability(2, 26), within(tolerance));
    }
}
