package dev.clientele.b2c.scoring.family;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import dev.clientele.b2c.scoring.data.CustomerBase;
import dev.clientele.b2c.scoring.data.CustomerBaseBuilder;
import dev.clientele.b2c.scoring.data.CustomerSummary;
import dev.clientele.b2c.scoring.data.SpendBase;
import dev.clientele.b2c.scoring.data.SpendSummary;
import dev.clientele.b2c.scoring.data.TimeStep;
import dev.clientele.b2c.scoring.fit.FitRemark;
import dev.clientele.b2c.scoring.fit.FittedModel;
import dev.clientele.b2c.scoring.fit.FittedSpendModel;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Limit models: where data push parameters to a limit, the simpler model that describes them as well is fitted and named. */
class LimitingCaseTest {
    private final CustomerBase loyal = simulated(2_000, 7, 1);
    private final CustomerBase alike = simulated(500, 3, 0);

    @Test
    void customers_who_never_leave_are_nbd_by_whatever_model_they_are_fitted() {
        FittedModel nbd = Nbd.weekly().fit(loyal);

        for (RepeatPurchaseFamily family : List.of(BgNbd.weekly(), MbgNbd.weekly(), ParetoNbd.weekly())) {
            FittedModel fitted = family.fit(loyal);

            assertThat(fitted.name()).as(family.name()).isEqualTo("NBD");
            assertThat(fitted.fit()).isEqualTo(nbd.fit());
            assertThat(fitted.remarks()).singleElement().satisfies(remark -> {
                assertThat(remark.kind()).isEqualTo(FitRemark.Kind.LIMITING_CASE);
                assertThat(remark.text()).startsWith(family.name()).endsWith("NBD is fitted instead");
            });
            assertThat(family.logLikelihood(loyal, fitted)).isCloseTo(nbd.logLikelihood(), within(1e-6));
            assertThat(family.refit(loyal, fitted)).isEqualTo(fitted);
        }
    }

    @Test
    void customers_who_all_buy_at_the_same_rate_are_poisson_with_all_purchases_over_all_time() {
        FittedModel fitted = ParetoNbd.weekly().fit(alike);

        assertThat(fitted.name()).isEqualTo("Poisson");
        assertThat(fitted.parameters().get("lambda"))
                .isCloseTo(alike.totalRepeats() / alike.totalAge(), withinPercentage(1e-9));
        assertThat(fitted.standardErrors().get("lambda"))
                .isCloseTo(Math.sqrt((double) alike.totalRepeats()) / alike.totalAge(), withinPercentage(1e-6));
    }

    @Test
    void one_customer_has_a_rate_and_no_more() {
        FittedModel fitted =
                BgNbd.weekly().fit(CustomerBase.of(TimeStep.WEEK, new int[] {3}, new double[] {20}, new double[] {30}));

        assertThat(fitted.name()).isEqualTo("Poisson");
        assertThat(fitted.parameters().get("lambda")).isCloseTo(.1, within(1e-12));
    }

    @Test
    void customers_who_leave_but_all_buy_at_the_same_rate_keep_a_parameter_held_that_does_not_count_in_aic() {
        FittedModel fitted = BgNbd.weekly().fit(leaving(1_500, 2));

        assertThat(fitted.name()).isEqualTo("BG/NBD");
        assertThat(fitted.remarks()).extracting(FitRemark::kind).containsExactly(FitRemark.Kind.HELD_PARAMETER);
        assertThat(fitted.fit().estimatedParameters()).isEqualTo(3);
        assertThat(fitted.fit().aic()).isEqualTo(6 - 2 * fitted.logLikelihood());
        assertThat(fitted.parameters().get("r") / fitted.parameters().get("alpha"))
                .isCloseTo(.2, withinPercentage(5));
        assertThat(RepeatPurchaseFamilies.uncertainty(fitted)
                        .intervalOfAmount(model -> model.expectedTransactions(10, CustomerSummary.of(2, 9, 20)), .95)
                        .standardError())
                .isPositive();
    }

    @Test
    void customers_who_do_not_differ_in_spend_have_a_gamma_distribution_with_a_common_mean() {
        SplittableRandom random = new SplittableRandom(1);
        List<SpendSummary> customers = new ArrayList<>();
        double total = 0;
        int purchases = 0;
        for (int i = 0; i < 400; i++) {
            int x = 1 + random.nextInt(4);
            double mean = 10 * Draw.gamma(random, 3.0 * x) / x;
            customers.add(new SpendSummary(x, mean));
            total += x * mean;
            purchases += x;
        }
        FittedSpendModel fitted = GammaGamma.standard().fit(SpendBase.of(customers));

        assertThat(fitted.name()).isEqualTo("Gamma with common mean");
        assertThat(fitted.parameters().get("mean")).isCloseTo(total / purchases, withinPercentage(1e-8));
        assertThat(fitted.parameters().get("p"))
                .isCloseTo(3, within(3 * fitted.standardErrors().get("p")));
        assertThat(fitted.model().expectedSpend(new SpendSummary(3, 99)))
                .isEqualTo(fitted.parameters().get("mean"));
        assertThat(fitted.logLikelihood())
                .isCloseTo(
                        customers.stream()
                                .mapToDouble(fitted.model()::logLikelihood)
                                .sum(),
                        within(1e-8));
        assertThat(fitted.remarks()).extracting(FitRemark::kind).containsExactly(FitRemark.Kind.LIMITING_CASE);
    }

    /** Customers who never leave, whose rates differ by a gamma distribution of this shape, or not at all if it is 0. */
    static CustomerBase simulated(int size, long seed, double shape) {
        SplittableRandom random = new SplittableRandom(seed);
        CustomerBaseBuilder builder = CustomerBase.builder(TimeStep.WEEK);
        for (int i = 0; i < size; i++) {
            double rate = shape == 0 ? .1 : Draw.gamma(random, shape) / (10 * shape);
            double last = 0;
            int x = 0;
            for (double time = wait(random, rate); time < 50; time += wait(random, rate)) {
                last = time;
                x++;
            }
            builder.add(CustomerSummary.of(x, last, 50));
        }
        return builder.build();
    }

    private static CustomerBase leaving(int size, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        CustomerBaseBuilder builder = CustomerBase.builder(TimeStep.WEEK);
        for (int i = 0; i < size; i++) {
            double leaves = Draw.beta(random, .8, 2);
            double last = 0;
            int x = 0;
            for (double time = wait(random, .2); time < 50; time += wait(random, .2)) {
                last = time;
                x++;
                if (random.nextDouble() < leaves) {
                    break;
                }
            }
            builder.add(CustomerSummary.of(x, last, 50));
        }
        return builder.build();
    }

    private static double wait(SplittableRandom random, double rate) {
        return -Math.log(1 - random.nextDouble()) / rate;
    }
}
