package dev.clientele.core.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class SampleSizePlanTest {

    @Test
    void half_a_deviation_takes_sixty_three_an_arm() {
        assertThat(SampleSizePlan.ofVariance(1).observations(0.5)).isEqualTo(126);
    }

    @Test
    void the_planned_size_has_the_planned_power() {
        SampleSizePlan plan = SampleSizePlan.ofRate(0.1).withPower(0.9).withTreatmentShare(0.8);
        long observations = plan.observations(0.01);

        assertThat(plan.powerAt(0.01, observations)).isCloseTo(0.9, within(1e-4));
        assertThat(plan.detectableDifference(observations)).isCloseTo(0.01, within(1e-6));
        assertThat(plan.days(0.01, 1000)).isEqualTo((observations + 999) / 1000);
    }

    @Test
    void clusters_multiply_the_size_by_the_design_effect() {
        SampleSizePlan plan = SampleSizePlan.ofVariance(1);

        assertThat(plan.withClusters(11, 0.1).detectableDifference(2000))
                .isCloseTo(plan.detectableDifference(1000), within(1e-12));
    }

    @Test
    void no_smaller_share_of_the_treatment_needs_fewer() {
        SampleSizePlan plan = SampleSizePlan.ofVariance(1);

        assertThat(plan.withTreatmentShare(0.1).observations(0.1)).isGreaterThan(plan.observations(0.1));
    }
}
