package dev.clientele.b2c.scoring.family;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
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
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A weak prior gives a small shop finite parameters, and a large one the parameters that it has without. */
class ParameterPriorTest {
    private static final ParameterPrior WEAK = ParameterPrior.weak();

    /** Thirty customers who all buy at the same rate and never leave. */
    private final CustomerBase tiny = LimitingCaseTest.simulated(30, 3, 0);

    static List<RepeatPurchaseFamily> families() {
        return RepeatPurchaseFamilies.continuousTime(TimeStep.WEEK);
    }

    @ParameterizedTest
    @MethodSource("families")
    void thirty_customers_give_every_model_parameters_that_can_be_relied_on_to_be_finite(RepeatPurchaseFamily family) {
        FittedModel fitted = family.withPrior(WEAK).fit(tiny);

        assertThat(fitted.name()).isEqualTo(family.name());
        assertThat(fitted.converged()).isTrue();
        assertThat(fitted.parameters().values())
                .allSatisfy(value -> assertThat(value).isBetween(1e-4, 1e4));
        assertThat(fitted.standardErrors().values())
                .allSatisfy(error -> assertThat(error).isPositive());
        assertThat(fitted.remarks().get(0).kind()).isEqualTo(FitRemark.Kind.PRIOR);
        assertThat(fitted.remarks().get(0).text()).contains("standard deviation of 2.0");
        assertThat(family.logLikelihood(tiny, fitted)).isCloseTo(fitted.logLikelihood(), within(1e-9));
    }

    @Test
    void thirty_customers_have_no_maximum_without_it() {
        assertThat(BgNbd.weekly().fit(tiny).name()).isEqualTo("Poisson");
    }

    @Test
    void five_thousand_customers_are_moved_by_less_than_one_percent() {
        CustomerBase large = leaving(5_000, 1);
        FittedModel alone = BgNbd.weekly().fit(large);
        FittedModel drawn = BgNbd.weekly().withPrior(WEAK).fit(large);

        alone.parameters()
                .forEach((name, value) ->
                        assertThat(drawn.parameters().get(name)).as(name).isCloseTo(value, withinPercentage(1)));
        assertThat(drawn.logLikelihood()).isBetween(alone.logLikelihood() - .05, alone.logLikelihood());
    }

    @Test
    void the_stronger_the_prior_the_nearer_the_estimates_are_to_what_it_is_about() {
        RepeatPurchaseFamily strong = ParetoNbd.weekly()
                .withPrior(ParameterPrior.withStandardDeviation(.001).withMedian("s", 3));

        assertThat(strong.fit(tiny).parameters().get("s")).isCloseTo(3, within(1e-3));
    }

    /** The estimate is where the slope of the likelihood is as large as that of the prior. */
    @Test
    void the_estimate_of_one_rate_balances_purchases_and_prior() {
        double pace = tiny.totalRepeats() / tiny.totalAge();
        FittedModel fitted = Poisson.weekly()
                .withPrior(ParameterPrior.withStandardDeviation(.5).withMedian("lambda", 1))
                .fit(tiny);
        double lambda = fitted.parameters().get("lambda");

        assertThat(lambda).isBetween(pace, 1.0);
        assertThat(tiny.totalRepeats() - lambda * tiny.totalAge()).isCloseTo(Math.log(lambda) / .25, within(1e-6));
        assertThat(fitted.standardErrors().get("lambda"))
                .isCloseTo(lambda / Math.sqrt(lambda * tiny.totalAge() + 4), withinPercentage(1e-4));
    }

    @Test
    void two_customers_who_spend_nearly_the_same_give_finite_spend_parameters() {
        SpendBase spend = SpendBase.of(List.of(new SpendSummary(2, 20), new SpendSummary(3, 20.5)));
        FittedSpendModel fitted = GammaGamma.standard().withPrior(WEAK).fit(spend);

        assertThat(fitted.name()).isEqualTo("Gamma-Gamma");
        assertThat(fitted.parameters().values())
                .allSatisfy(value -> assertThat(value).isBetween(1e-3, 1e5));
        assertThat(fitted.model().expectedSpend(new SpendSummary(3, 20.5))).isBetween(19.0, 22.0);
        assertThat(fitted.remarks()).extracting(FitRemark::kind).containsExactly(FitRemark.Kind.PRIOR);
        assertThat(CommonGamma.standard()
                        .withPrior(WEAK)
                        .fit(spend)
                        .parameters()
                        .get("mean"))
                .isCloseTo(20.3, within(.1));
    }

    @Test
    void a_prior_is_of_parameters_that_there_are_and_has_a_width() {
        assertThatThrownBy(() -> BgNbd.weekly().withPrior(WEAK.withMedian("beta", 2)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("[r, alpha, a, b]");
        assertThatThrownBy(() -> BgCnbdK.weekly().withPrior(WEAK.withMedian("k", 2)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> ParameterPrior.withStandardDeviation(0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> WEAK.withMedian("r", -1)).isInstanceOf(IllegalArgumentException.class);
    }

    /** Customers of BG/NBD with r = 0.8, alpha = 6, a = 0.8, b = 2.5 over two years. */
    private static CustomerBase leaving(int size, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        CustomerBaseBuilder builder = CustomerBase.builder(TimeStep.WEEK);
        for (int i = 0; i < size; i++) {
            double rate = Draw.gamma(random, .8) / 6;
            double leaves = Draw.beta(random, .8, 2.5);
            double last = 0;
            int x = 0;
            for (double time = wait(random, rate); time < 104; time += wait(random, rate)) {
                last = time;
                x++;
                if (random.nextDouble() < leaves) {
                    break;
                }
            }
            builder.add(CustomerSummary.of(x, last, 104));
        }
        return builder.build();
    }

    private static double wait(SplittableRandom random, double rate) {
        return -Math.log(1 - random.nextDouble()) / rate;
    }
}
