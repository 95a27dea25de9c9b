package dev.clientele.core.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class EstimateTest {
    private static final ArmEstimate TREATMENT = new ArmEstimate(12, 0.25, 50);
    private static final ArmEstimate CONTROL = new ArmEstimate(10, 0.16, 50);

    @Test
    void the_ends_of_fiellers_interval_solve_its_equation() {
        EffectInterval interval = RelativeLift.fieller(TREATMENT, CONTROL, 0.95).orElseThrow();
        double square = 1.959963984540054 * 1.959963984540054;

        for (double end : List.of(interval.low() + 1, interval.high() + 1)) {
            double deviation = TREATMENT.value() - end * CONTROL.value();
            double variance = TREATMENT.squaredStandardError() + end * end * CONTROL.squaredStandardError();
            assertThat(deviation * deviation / variance).isCloseTo(square, within(1e-9));
        }
        assertThat(interval.contains(0.2)).isTrue();
    }

    @Test
    void fiellers_interval_is_absent_where_the_control_may_be_zero() {
        assertThat(RelativeLift.fieller(TREATMENT, new ArmEstimate(0.7, 0.16, 50), 0.95))
                .isEmpty();
    }

    @Test
    void a_ratio_over_a_constant_is_the_mean_by_it() {
        MomentAccumulator ratio = MomentAccumulator.withCovariates(1);
        MomentAccumulator mean = MomentAccumulator.create();
        for (double value : new double[] {1, 5, 2, 8}) {
            ratio.add(value, 2);
            mean.add(value);
        }
        ArmEstimate plain = ArmEstimate.ofMean(mean.moments());
        ArmEstimate estimate = ArmEstimate.ofRatio(ratio.moments());

        assertThat(estimate.value()).isEqualTo(plain.value() / 2);
        assertThat(estimate.squaredStandardError()).isCloseTo(plain.squaredStandardError() / 4, within(1e-15));
    }

    @Test
    void a_ratio_has_the_variance_of_its_linear_form() {
        double[][] orders = {{30, 2}, {10, 1}, {80, 3}, {0, 1}};
        MomentAccumulator accumulator = MomentAccumulator.withCovariates(1);
        double ratio = 120.0 / 7;
        double squares = 0;
        for (double[] person : orders) {
            accumulator.add(person[0], person[1]);
            squares += Math.pow(person[0] - ratio * person[1], 2);
        }
        ArmEstimate estimate = ArmEstimate.ofRatio(accumulator.moments());

        assertThat(estimate.value()).isCloseTo(ratio, within(1e-13));
        assertThat(estimate.squaredStandardError()).isCloseTo(squares / 3 / 4 / (1.75 * 1.75), within(1e-12));
    }

    @Test
    void clusters_of_one_are_the_plain_mean() {
        ClusterTotals<Integer> clusters = new ClusterTotals<>();
        MomentAccumulator people = MomentAccumulator.create();
        for (int i = 0; i < 20; i++) {
            clusters.add(i, i * i % 7);
            people.add(i * i % 7);
        }
        ArmEstimate expected = ArmEstimate.ofMean(people.moments());

        assertThat(clusters.mean().value()).isCloseTo(expected.value(), within(1e-14));
        assertThat(clusters.mean().squaredStandardError()).isCloseTo(expected.squaredStandardError(), within(1e-14));
    }

    @Test
    void people_who_all_do_as_their_account_count_as_one() {
        ClusterTotals<String> one = new ClusterTotals<>();
        ClusterTotals<String> many = new ClusterTotals<>();
        for (int account = 0; account < 10; account++) {
            one.add("account " + account, account % 3);
            for (int person = 0; person < 5; person++) {
                many.add("account " + account, account % 3);
            }
        }

        assertThat(many.clusters()).isEqualTo(10);
        assertThat(many.mean().squaredStandardError()).isCloseTo(one.mean().squaredStandardError(), within(1e-14));
    }

    @Test
    void sums_give_the_moments_of_their_observations() {
        MomentAccumulator accumulator = MomentAccumulator.create();
        for (double value : new double[] {1, 0, 1, 1, 0}) {
            accumulator.add(value);
        }
        double variance = accumulator.moments().variance();

        assertThat(ArmMoments.ofSums(5, 3, 3).variance()).isCloseTo(variance, within(1e-15));
        assertThat(ArmMoments.ofSuccesses(5, 3).variance()).isCloseTo(variance, within(1e-15));
    }

    @Test
    void a_large_common_level_takes_no_digit_of_the_variance() {
        MomentAccumulator accumulator = MomentAccumulator.create();
        for (int i = 0; i < 1000; i++) {
            accumulator.add(1e9 + i % 2);
        }

        assertThat(accumulator.moments().variance()).isCloseTo(250 / 999.0, within(1e-14));
    }

    @Test
    void adjusted_p_values_are_those_of_the_papers() {
        List<Double> pValues = List.of(0.01, 0.04, 0.03, 0.005);

        assertClose(PValueAdjustment.HOLM.adjust(pValues), 0.03, 0.06, 0.06, 0.02);
        assertClose(PValueAdjustment.BENJAMINI_HOCHBERG.adjust(pValues), 0.02, 0.04, 0.04, 0.02);
    }

    private static void assertClose(List<Double> actual, double... expected) {
        assertThat(actual).hasSize(expected.length);
        for (int i = 0; i < expected.length; i++) {
            assertThat(actual.get(i)).isCloseTo(expected[i], within(1e-15));
        }
    }
}
