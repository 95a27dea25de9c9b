package dev.clientele.b2c.scoring.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import dev.clientele.b2c.purchase.PurchaseSummary;
import dev.clientele.b2c.scoring.Cdnow;
import dev.clientele.b2c.scoring.data.CovariateBase;
import dev.clientele.b2c.scoring.data.CovariateBaseBuilder;
import dev.clientele.b2c.scoring.data.CustomerBase;
import dev.clientele.b2c.scoring.data.CustomerSummary;
import dev.clientele.b2c.scoring.data.SpendSummary;
import dev.clientele.b2c.scoring.data.TimeStep;
import dev.clientele.b2c.scoring.family.BgNbd;
import dev.clientele.b2c.scoring.family.CovariateFamily;
import dev.clientele.b2c.scoring.family.FittedCovariateModel;
import dev.clientele.b2c.scoring.family.GammaGamma;
import dev.clientele.b2c.scoring.family.Poisson;
import dev.clientele.b2c.scoring.family.RepeatPurchaseFamilies;
import dev.clientele.b2c.scoring.fit.ConfidenceInterval;
import dev.clientele.b2c.scoring.fit.FittedModel;
import dev.clientele.b2c.scoring.fit.FittedSpendModel;
import dev.clientele.b2c.scoring.fit.PredictionInterval;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Bounds of the future are wider than those of its expectation. */
class PredictionTest {
    private static final CustomerSummary CUSTOMER = CustomerSummary.of(3, 30, 35);
    private static final SpendSummary SPENT = new SpendSummary(3, 20);

    private final FittedModel purchases = BgNbd.weekly().fit(Cdnow.customers());
    private final FittedSpendModel spend = GammaGamma.standard().fit(Cdnow.spend());

    /** 10,000 purchases of each of 100 customers in as many weeks: the rate is 1 and sure. */
    @Test
    void one_customers_number_is_that_of_the_exact_distribution_where_parameters_are_sure() {
        int[] repeats = new int[100];
        double[] recency = new double[100];
        double[] age = new double[100];
        Arrays.fill(repeats, 10_000);
        Arrays.fill(recency, 10_000);
        Arrays.fill(age, 10_000);
        FittedModel sure = Poisson.weekly().fit(CustomerBase.of(TimeStep.WEEK, repeats, recency, age));
        PredictionInterval number =
                CustomerPrediction.of(sure, .9).predict(CUSTOMER, SPENT, 4).purchases();

        // Poisson(4): P(0) = .018, P(≤ 1) = .092, P(≤ 7) = .949, P(≤ 8) = .979
        assertThat(number.mean()).isCloseTo(4, within(.15));
        assertThat(number.low()).isEqualTo(1);
        assertThat(number.high()).isEqualTo(8);
    }

    @Test
    void all_purchases_of_many_poisson_customers_have_their_mean_as_variance() {
        int[] repeats = new int[400];
        double[] recency = new double[400];
        double[] age = new double[400];
        Arrays.fill(repeats, 50);
        Arrays.fill(recency, 50);
        Arrays.fill(age, 50);
        FittedModel fitted = Poisson.weekly().fit(CustomerBase.of(TimeStep.WEEK, repeats, recency, age));
        List<CustomerSummary> customers = new ArrayList<>();
        for (int i = 0; i < 400; i++) {
            customers.add(CustomerSummary.of(50, 50, 50));
        }
        PredictionInterval total = TotalPrediction.over(fitted, 25, .95).purchases(customers);

        // Expectation 10,000 with variance 10,000² / 20,000 = 5,000 of the rate, and 10,000 of the purchases.
        assertThat(total.mean()).isCloseTo(10_000, within(1e-6));
        assertThat(total.high() - total.low()).isCloseTo(2 * 1.959964 * Math.sqrt(15_000), within(8.0));
    }

    @Test
    void what_happens_is_less_sure_than_its_expectation() {
        ConfidenceInterval expectation = RepeatPurchaseFamilies.uncertainty(purchases)
                .intervalOfAmount(model -> model.expectedTransactions(39, CUSTOMER), .95);
        PurchasePrediction happens =
                CustomerPrediction.of(purchases, spend, .95).predict(CUSTOMER, SPENT, 39);

        assertThat(happens.purchases().low()).isLessThan(expectation.low());
        assertThat(happens.purchases().high()).isGreaterThan(expectation.high());
        assertThat(happens.spend().orElseThrow().low()).isZero();
        assertThat(happens.spend().orElseThrow().high()).isGreaterThan(SPENT.mean());
    }

    @Test
    void the_same_customers_have_the_same_bits_each_time() {
        List<TotalPrediction.SpendingCustomer> customers = List.of(
                new TotalPrediction.SpendingCustomer(CUSTOMER, SPENT),
                new TotalPrediction.SpendingCustomer(CustomerSummary.of(0, 0, 20), SpendSummary.NONE));
        TotalPrediction total = TotalPrediction.over(purchases, 39, .95);

        assertThat(CustomerPrediction.of(purchases, spend, .9).predict(CUSTOMER, SPENT, 39))
                .isEqualTo(CustomerPrediction.of(purchases, spend, .9).predict(CUSTOMER, SPENT, 39));
        assertThat(total.spend(customers, spend)).isEqualTo(total.spend(customers, spend));
        assertThat(total.spend(customers, spend).low()).isPositive();
        assertThat(total.purchases(List.of())).isEqualTo(new PredictionInterval(0, 0, 0, .95));
    }

    @Test
    void a_figure_that_says_nothing_of_customers_leaves_their_ranges_as_they_are() {
        CovariateBaseBuilder base = CovariateBase.builder(TimeStep.WEEK, "height");
        SplittableRandom random = new SplittableRandom(5);
        for (PurchaseSummary summary : Cdnow.summaries()) {
            base.add(CustomerSummary.of(summary, TimeStep.WEEK), 150 + 40 * random.nextDouble());
        }
        FittedCovariateModel with = CovariateFamily.of(BgNbd.weekly())
                .withPurchaseCovariates("height")
                .fit(base.build());

        PurchasePrediction plain = CustomerPrediction.of(purchases, .95).predict(CUSTOMER, SPENT, 39);
        PurchasePrediction looking = CustomerPrediction.of(with, List.of(170.0), .95)
                .withSpend(spend)
                .predict(CUSTOMER, SPENT, 39);

        assertThat(looking.purchases().mean()).isCloseTo(plain.purchases().mean(), withinPercentage(5));
        assertThat(looking.purchases().high()).isCloseTo(plain.purchases().high(), within(1.0));
        assertThat(looking.spend()).isPresent();
        assertThatThrownBy(() -> CustomerPrediction.of(with, List.of(), .95))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_level_is_a_probability() {
        assertThatThrownBy(() -> CustomerPrediction.of(purchases, 1.5)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new PredictionInterval(1, 2, 1, .9)).isInstanceOf(IllegalArgumentException.class);
    }
}
