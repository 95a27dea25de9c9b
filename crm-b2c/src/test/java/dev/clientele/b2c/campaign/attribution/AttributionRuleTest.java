package dev.clientele.b2c.campaign.attribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class AttributionRuleTest {
    private static final MarketingPath FOUR = MarketingPath.of(List.of("a", "b", "c", "d"), 1, 1, 0);

    @Test
    void position_based_divides_the_middle_equally() {
        assertThat(AttributionRule.positionBased(0.4, 0.4).shares(FOUR))
                .containsExactly(new double[] {0.4, 0.1, 0.1, 0.4}, within(1e-15));
    }

    @Test
    void position_based_with_nothing_for_the_ends_halves_a_path_of_two() {
        MarketingPath two = MarketingPath.of(List.of("a", "b"), 1, 1, 0);

        assertThat(AttributionRule.positionBased(0, 0).shares(two)).containsExactly(0.5, 0.5);
    }

    @Test
    void position_based_gives_a_single_touch_everything() {
        MarketingPath one = MarketingPath.of(List.of("a"), 1, 1, 0);

        assertThat(AttributionRule.positionBased(0, 0.2).shares(one)).containsExactly(1);
    }

    @Test
    void decay_by_steps_halves_with_each_half_life() {
        assertThat(AttributionRule.stepDecay(1).shares(FOUR))
                .containsExactly(new double[] {1 / 15d, 2 / 15d, 4 / 15d, 8 / 15d}, within(1e-15));
    }

    @Test
    void decay_by_time_halves_with_each_half_life() {
        MarketingPath path =
                new MarketingPath(List.of("a", "b"), List.of(Duration.ofDays(15), Duration.ofDays(1)), 1, 1, 0);

        assertThat(AttributionRule.timeDecay(Duration.ofDays(7)).shares(path))
                .containsExactly(new double[] {0.2, 0.8}, within(1e-15));
    }

    @Test
    void decay_by_time_divides_a_conversion_of_very_old_touches_too() {
        MarketingPath path =
                new MarketingPath(List.of("a", "b"), List.of(Duration.ofDays(9000), Duration.ofDays(9000)), 1, 1, 0);

        assertThat(AttributionRule.timeDecay(Duration.ofMinutes(1)).shares(path))
                .containsExactly(0.5, 0.5);
    }

    @Test
    void decay_by_time_refuses_a_path_without_times() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AttributionRule.timeDecay(Duration.ofDays(7)).shares(FOUR))
                .withMessageContaining("ages");
    }

    @Test
    void shares_above_1_are_refused() {
        assertThatIllegalArgumentException().isThrownBy(() -> AttributionRule.positionBased(0.6, 0.5));
    }

    @Test
    void rules_of_equal_parameters_are_equal() {
        assertThat(AttributionRule.stepDecay(2))
                .isEqualTo(AttributionRule.stepDecay(2))
                .isNotEqualTo(AttributionRule.stepDecay(3));
    }
}
