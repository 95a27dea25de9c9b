package dev.clientele.b2c.scoring.family;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.clientele.b2c.purchase.CountingRule;
import dev.clientele.b2c.purchase.Refunds;
import dev.clientele.b2c.purchase.SameDay;
import dev.clientele.b2c.scoring.Cdnow;
import dev.clientele.b2c.scoring.data.CustomerBase;
import dev.clientele.b2c.scoring.data.CustomerBaseBuilder;
import dev.clientele.b2c.scoring.data.CustomerSummary;
import dev.clientele.b2c.scoring.data.TimeStep;
import dev.clientele.b2c.scoring.fit.ConfidenceInterval;
import dev.clientele.b2c.scoring.fit.FitRemark;
import dev.clientele.b2c.scoring.fit.FittedModel;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Fits of (M)BG/CNBD-k to simulated customers whose truth is known, and to CDNOW, whose customers buy at random times. */
class RegularTimingFitTest {
    private static final Map<String, Double> TRUTH = Map.of("r", 1.2, "alpha", 1.5, "a", .8, "b", 3.0);

    @Test
    void k_and_the_other_parameters_are_found_again_from_summaries() {
        FittedModel fitted = MbgCnbdK.weekly().fit(simulated(3, true, 6_000));

        assertThat(fitted.parameters().get("k")).isEqualTo(3);
        TRUTH.forEach((name, value) -> assertThat(fitted.parameters().get(name))
                .as(name)
                .isCloseTo(value, within(4 * fitted.standardErrors().get(name))));
        assertThat(fitted.remarks()).extracting(FitRemark::kind).containsExactly(FitRemark.Kind.INTERVALS_UNKNOWN);
    }

    @Test
    void k_is_as_sure_as_the_likelihoods_of_its_neighbours_say() {
        FittedModel few = MbgCnbdK.weekly().fit(simulated(3, true, 150));
        FittedModel many = MbgCnbdK.weekly().fit(simulated(3, true, 6_000));

        assertThat(few.standardErrors().get("k")).isBetween(1.0, 4.0);
        assertThat(few.fit().correlation("k", "alpha")).isNegative();
        assertThat(many.standardErrors().get("k")).isPositive().isLessThan(.2);
        assertThat(few.fit().estimatedParameters()).isEqualTo(5);
        assertThat(relativeError(few)).isGreaterThan(relativeError(many));
    }

    private static double relativeError(FittedModel fitted) {
        ConfidenceInterval interval = RepeatPurchaseFamilies.uncertainty(fitted)
                .intervalOfAmount(model -> model.forecastNewCustomer().expectedTransactions(26), .95);
        return interval.standardError() / interval.estimate();
    }

    @Test
    void a_k_at_the_end_of_the_search_has_not_converged() {
        FittedModel fitted = BgCnbdK.weekly().fit(simulated(30, false, 1_500));

        assertThat(fitted.parameters().get("k")).isEqualTo(12);
        assertThat(fitted.converged()).isFalse();
        assertThat(fitted.remarks()).extracting(FitRemark::kind).contains(FitRemark.Kind.LARGEST_K);
    }

    @Test
    void customers_who_buy_at_random_times_have_a_k_of_one() {
        FittedModel fitted = BgCnbdK.weekly().fit(simulated(1, false, 2_000));

        assertThat(fitted.parameters().get("k")).isEqualTo(1);
    }

    /** Platzer and Reutterer (2016) find k = 1 on CDNOW too. */
    @Test
    void cdnow_is_bought_at_random_times_so_that_bg_nbd_and_mbg_nbd_come_out() {
        CustomerBaseBuilder builder = CustomerBase.builder(TimeStep.WEEK);
        Cdnow.histories()
                .values()
                .forEach(history -> builder.add(history, Cdnow.CALIBRATION_END, CountingRule.standard()));
        CustomerBase customers = builder.build();
        FittedModel regular = MbgCnbdK.weekly().fit(customers);

        assertThat(regular.parameters().get("k")).isEqualTo(1);
        assertThat(regular.logLikelihood()).isCloseTo(-9582.135716, within(1e-5));
        assertThat(BgCnbdK.weekly().fit(customers).logLikelihood()).isCloseTo(-9582.429207, within(1e-5));
        assertThat(customers.logIntervals()).isPresent();
        assertThat(customers.in(TimeStep.DAY).logIntervals().orElseThrow())
                .isCloseTo(
                        customers.logIntervals().orElseThrow() + customers.totalRepeats() * Math.log(7), within(1e-6));
    }

    @Test
    void purchases_at_once_are_not_regular_and_do_not_keep_a_model_from_being_fitted() {
        CustomerBaseBuilder builder = CustomerBase.builder(TimeStep.WEEK);
        CountingRule eachCounts = new CountingRule(SameDay.SEPARATE_PURCHASES, Refunds.REDUCE_SPEND);
        Cdnow.histories().values().forEach(history -> builder.add(history, Cdnow.CALIBRATION_END, eachCounts));
        CustomerBase customers = builder.build();

        assertThat(BgCnbdK.weekly().fit(customers).logLikelihood())
                .isCloseTo(BgNbd.weekly().fit(customers).logLikelihood(), within(1e-5));
    }

    @Test
    void a_refit_keeps_k() {
        CustomerBase customers = simulated(2, false, 2_000);
        FittedModel first = BgCnbdK.weekly().fit(customers);
        FittedModel again = BgCnbdK.weekly().refit(customers, first);

        assertThat(again.parameters().get("k")).isEqualTo(first.parameters().get("k"));
        assertThat(again.logLikelihood()).isCloseTo(first.logLikelihood(), within(1e-7));
    }

    static CustomerBase simulated(int k, boolean early, int size) {
        SplittableRandom random = new SplittableRandom(k * 31 + size);
        CustomerBaseBuilder builder = CustomerBase.builder(TimeStep.WEEK);
        for (int i = 0; i < size; i++) {
            double rate = Draw.gamma(random, 1.2) / 1.5;
            double p = Draw.beta(random, .8, 3);
            double age = 30 + random.nextInt(60);
            double last = 0;
            int x = 0;
            boolean there = !early || random.nextDouble() >= p;
            double time = 0;
            while (there) {
                for (int j = 0; j < k; j++) {
                    time -= Math.log(1 - random.nextDouble()) / rate;
                }
                if (time > age) {
                    break;
                }
                last = time;
                x++;
                there = random.nextDouble() >= p;
            }
            builder.add(CustomerSummary.of(x, last, age));
        }
        return builder.build();
    }
}
