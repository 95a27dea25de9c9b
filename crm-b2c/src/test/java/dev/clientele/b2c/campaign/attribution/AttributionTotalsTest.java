package dev.clientele.b2c.campaign.attribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AttributionTotalsTest {
    private static final AttributionSettings SETTINGS = AttributionSettings.standard();

    @Test
    void removal_from_a_small_chain_is_what_one_computes_by_hand() {
        AttributionTotals totals = new AttributionTotals(SETTINGS);
        totals.add(MarketingPath.of(List.of("a", "b"), 1, 10, 0));
        totals.add(MarketingPath.of(List.of("b"), 1, 20, 1));
        totals.add(MarketingPath.of(List.of("a"), 0, 0, 1));

        MarkovAttribution markov = totals.result().markov().get(0);

        assertThat(markov.conversionProbability()).isEqualTo(0.5);
        assertThat(markov.removalEffects()).containsEntry("b", 1.0);
        assertThat(markov.removalEffects().get("a")).isCloseTo(1 / 3d, within(1e-15));
        assertThat(markov.credits().of("b").value()).isCloseTo(22.5, within(1e-12));
    }

    @Test
    void a_channel_that_repeats_in_a_row_counts_once_in_chains() {
        AttributionTotals totals = new AttributionTotals(SETTINGS.withMaxOrder(2));
        totals.add(MarketingPath.of(List.of("a", "a", "b"), 1, 1, 0));

        assertThat(totals.result().markov().get(1).states()).isEqualTo(2);
    }

    @Test
    void a_chain_of_order_1_sees_ways_around_a_channel_that_is_in_the_middle_of_every_path() {
        AttributionTotals totals = new AttributionTotals(SETTINGS.withMaxOrder(2));
        totals.add(MarketingPath.of(List.of("a", "b", "a"), 1, 1, 0));

        AttributionResult result = totals.result();

        assertThat(result.markov().get(0).removalEffects()).containsEntry("b", 0.5);
        assertThat(result.markov().get(1).removalEffects()).containsEntry("b", 1.0);
    }

    @Test
    void touches_outside_the_window_earn_nothing() {
        AttributionTotals totals =
                new AttributionTotals(SETTINGS.withLookBack(LookBackWindow.ofAge(Duration.ofDays(30))));
        totals.add(new MarketingPath(List.of("a", "b"), List.of(Duration.ofDays(31), Duration.ofDays(30)), 1, 5, 0));

        assertThat(totals.result().by(AttributionRule.first()).channels())
                .containsExactly(Map.entry("b", new ChannelCredit(1, 5)));
    }

    @Test
    void conversions_without_a_touch_in_the_window_are_counted_aside() {
        AttributionTotals totals =
                new AttributionTotals(SETTINGS.withLookBack(LookBackWindow.ofAge(Duration.ofDays(30))));
        totals.add(new MarketingPath(List.of("a"), List.of(Duration.ofDays(31)), 2, 5, 3));

        AttributionResult result = totals.result();

        assertThat(result.unattributed()).isEqualTo(new UnattributedPaths(2, 5, 3));
        assertThat(result.conversions()).isZero();
    }

    @Test
    void a_window_of_touches_keeps_the_last() {
        AttributionTotals totals = new AttributionTotals(SETTINGS.withLookBack(LookBackWindow.ofTouches(2)));
        totals.add(MarketingPath.of(List.of("a", "b", "c"), 1, 1, 0));

        assertThat(totals.result().by(AttributionRule.first()).channels()).containsOnlyKeys("b", "c");
    }

    @Test
    void too_many_transitions_are_refused_and_nothing_is_added() {
        AttributionTotals totals = new AttributionTotals(SETTINGS.withMaxTransitions(4));
        totals.add(MarketingPath.of(List.of("a"), 1, 1, 0));

        assertThatExceptionOfType(AttributionLimitException.class)
                .isThrownBy(() -> totals.add(MarketingPath.of(List.of("a", "b", "c", "d"), 1, 1, 0)))
                .satisfies(refused -> assertThat(refused.limit()).isEqualTo("transitions"))
                .satisfies(refused -> assertThat(refused.allowed()).isEqualTo(4));
        assertThat(totals.result().conversions()).isEqualTo(1);
        assertThat(totals.result().markov().get(0).removalEffects().get("a")).isEqualTo(1);
    }

    @Test
    void too_many_channels_are_refused() {
        AttributionTotals totals = new AttributionTotals(SETTINGS.withMaxOrder(0));
        for (int i = 0; i < ChannelIndex.MAX_CHANNELS; i++) {
            totals.add(MarketingPath.of(List.of("channel " + i), 1, 1, 0));
        }

        assertThatExceptionOfType(AttributionLimitException.class)
                .isThrownBy(() -> totals.add(MarketingPath.of(List.of("one more"), 1, 1, 0)))
                .withMessage("channels must be at most 4094");
    }

    @Test
    void totals_of_other_settings_are_not_merged() {
        AttributionTotals totals = new AttributionTotals(SETTINGS);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> totals.merge(new AttributionTotals(SETTINGS.withMaxOrder(2))));
    }

    @Test
    void no_paths_give_no_credit() {
        AttributionResult result = new AttributionTotals(SETTINGS).result();

        assertThat(result.conversionRate()).isZero();
        assertThat(result.markov().get(0).conversionProbability()).isZero();
        assertThat(result.shapley().channels()).isEmpty();
    }

    @Test
    void paths_without_a_conversion_give_their_channels_a_credit_of_0() {
        AttributionTotals totals = new AttributionTotals(SETTINGS);
        totals.add(MarketingPath.of(List.of("a"), 0, 0, 7));

        assertThat(totals.result().models())
                .allSatisfy(model -> assertThat(model.of("a")).isEqualTo(new ChannelCredit(0, 0)));
    }

    @Test
    void an_explanation_ends_with_the_caveat() {
        AttributionTotals totals = new AttributionTotals(SETTINGS);
        totals.add(MarketingPath.of(List.of("a"), 1, 1, 3));

        assertThat(totals.result().explain())
                .endsWith(AttributionResult.CAVEAT)
                .contains("Markov order 1: removal from an absorbing chain of 1 states, solved exactly;"
                        + " conversion probability 0.2500000000");
    }

    @Test
    void a_value_without_a_conversion_is_refused() {
        assertThatIllegalArgumentException().isThrownBy(() -> MarketingPath.of(List.of("a"), 0, 1, 1));
    }

    @Test
    void ages_that_rise_are_refused() {
        List<Duration> rising = List.of(Duration.ofDays(1), Duration.ofDays(2));

        assertThatIllegalArgumentException().isThrownBy(() -> new MarketingPath(List.of("a", "b"), rising, 1, 1, 0));
    }
}
