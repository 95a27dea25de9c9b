package dev.clientele.b2c.campaign.attribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** The laws of attribution. */
class AttributionPropertyTest {
    private static final AttributionSettings SETTINGS = AttributionSettings.standard()
            .withMaxOrder(4)
            .withRules(Stream.concat(
                            AttributionRule.standard().stream(),
                            Stream.of(AttributionRule.timeDecay(Duration.ofDays(7))))
                    .toList());

    @Property(tries = 200)
    void credits_of_every_model_sum_to_the_conversions_and_their_value(@ForAll("paths") List<MarketingPath> paths) {
        AttributionResult result = result(paths);

        assertThat(result.models()).hasSize(11).allSatisfy(model -> {
            assertThat(conversions(model)).isCloseTo((double) result.conversions(), within(1e-8));
            assertThat(value(model)).isCloseTo(result.value(), within(1e-6));
        });
    }

    @Property(tries = 100)
    void merged_parts_are_the_same_as_all_at_once(
            @ForAll("paths") List<MarketingPath> some, @ForAll("paths") List<MarketingPath> others) {
        AttributionTotals merged = totals(some);
        merged.merge(totals(others));

        assertSame(
                merged.result(),
                result(Stream.concat(some.stream(), others.stream()).toList()));
    }

    @Property(tries = 100)
    void the_order_of_paths_does_not_matter(@ForAll("paths") List<MarketingPath> paths, @ForAll long seed) {
        List<MarketingPath> shuffled = new ArrayList<>(paths);
        Collections.shuffle(shuffled, new Random(seed));

        assertSame(result(shuffled), result(paths));
        assertThat(result(shuffled).markov().stream().map(MarkovAttribution::removalEffects))
                .isEqualTo(result(paths).markov().stream()
                        .map(MarkovAttribution::removalEffects)
                        .toList());
    }

    @Property(tries = 200)
    void at_every_order_the_chain_converts_at_the_observed_rate(@ForAll("paths") List<MarketingPath> paths) {
        AttributionResult result = result(paths);

        assertThat(result.markov())
                .allSatisfy(markov ->
                        assertThat(markov.conversionProbability()).isCloseTo(result.conversionRate(), within(1e-12)));
    }

    @Property(tries = 100)
    void a_channel_that_begins_or_ends_every_path_has_a_removal_effect_of_1_at_every_order(
            @ForAll("paths") List<MarketingPath> paths, @ForAll boolean begins) {
        AttributionResult result = result(Stream.concat(
                        paths.stream()
                                .map(path -> with(
                                        path,
                                        "everywhere",
                                        begins ? 0 : path.channels().size())),
                        Stream.of(timed(List.of("everywhere"), 1, 1, 1)))
                .toList());

        assertThat(result.markov())
                .allSatisfy(markov -> assertThat(markov.removalEffects()).containsEntry("everywhere", 1.0));
    }

    @Property(tries = 100)
    void a_channel_anywhere_in_every_path_has_a_removal_effect_of_1_where_the_chain_remembers_whole_paths(
            @ForAll("paths") List<MarketingPath> paths) {
        LookBackWindow three = LookBackWindow.ofTouches(3);
        AttributionResult result = result(Stream.concat(
                        paths.stream().map(three::apply).map(path -> with(path, "everywhere", 1)),
                        Stream.of(timed(List.of("everywhere"), 1, 1, 1)))
                .toList());

        assertThat(result.markov().get(3).removalEffects()).containsEntry("everywhere", 1.0);
    }

    @Property(tries = 100)
    void where_the_chain_remembers_whole_paths_a_removal_loses_the_conversions_of_paths_with_the_channel(
            @ForAll("paths") List<MarketingPath> paths) {
        LookBackWindow four = LookBackWindow.ofTouches(4);
        List<MarketingPath> whole = paths.stream().map(four::apply).toList();
        AttributionResult result = result(whole);

        result.markov().get(3).removalEffects().forEach((channel, effect) -> {
            double lost = whole.stream()
                    .filter(path -> path.channels().contains(channel))
                    .mapToDouble(MarketingPath::conversions)
                    .sum();
            assertThat(effect * result.conversions()).isCloseTo(lost, within(1e-8));
        });
    }

    @Property(tries = 100)
    void shapley_values_are_those_of_the_definition_over_all_orders_of_arrival(
            @ForAll("paths") List<MarketingPath> paths) {
        ModelCredits shapley = result(paths).shapley();

        shapley.channels()
                .forEach((channel, credit) -> assertThat(credit.conversions())
                        .isCloseTo(ShapleyDefinition.value(channel, paths), within(1e-8)));
    }

    @Property(tries = 100)
    void channels_that_stand_for_each_other_have_equal_shapley_values(@ForAll("paths") List<MarketingPath> paths) {
        ModelCredits shapley = result(
                        Stream.concat(paths.stream(), paths.stream().map(AttributionPropertyTest::exchanged))
                                .toList())
                .shapley();

        ChannelCredit none = new ChannelCredit(0, 0);
        ChannelCredit a = shapley.channels().getOrDefault("a", none);
        ChannelCredit b = shapley.channels().getOrDefault("b", none);
        assertThat(a.conversions()).isCloseTo(b.conversions(), within(1e-8));
        assertThat(a.value()).isCloseTo(b.value(), within(1e-6));
    }

    @Provide
    Arbitrary<List<MarketingPath>> paths() {
        Arbitrary<List<String>> channels =
                Arbitraries.of("a", "b", "c", "d", "e").list().ofMinSize(1).ofMaxSize(9);
        return Combinators.combine(
                        channels,
                        Arbitraries.longs().between(0, 40),
                        Arbitraries.integers().between(0, 100),
                        Arbitraries.longs().between(0, 90))
                .as((list, conversions, value, nulls) -> timed(list, conversions, conversions * 0.37 * value, nulls))
                .list()
                .ofMaxSize(30);
    }

    private static MarketingPath timed(List<String> channels, long conversions, double value, long nonConversions) {
        List<Duration> ages = new ArrayList<>();
        for (int i = channels.size(); i > 0; i--) {
            ages.add(Duration.ofHours(31L * i));
        }
        return new MarketingPath(channels, ages, conversions, value, nonConversions);
    }

    private static MarketingPath with(MarketingPath path, String channel, int place) {
        List<String> channels = new ArrayList<>(path.channels());
        channels.add(place, channel);
        return timed(channels, path.conversions(), path.value(), path.nonConversions());
    }

    private static MarketingPath exchanged(MarketingPath path) {
        List<String> channels = path.channels().stream()
                .map(channel -> channel.equals("a") ? "b" : channel.equals("b") ? "a" : channel)
                .toList();
        return timed(channels, path.conversions(), path.value(), path.nonConversions());
    }

    private static AttributionTotals totals(List<MarketingPath> paths) {
        AttributionTotals totals = new AttributionTotals(SETTINGS);
        paths.forEach(totals::add);
        return totals;
    }

    private static AttributionResult result(List<MarketingPath> paths) {
        return totals(paths).result();
    }

    private static void assertSame(AttributionResult actual, AttributionResult expected) {
        assertThat(actual.conversions()).isEqualTo(expected.conversions());
        assertThat(actual.nonConversions()).isEqualTo(expected.nonConversions());
        for (int m = 0; m < expected.models().size(); m++) {
            ModelCredits model = actual.models().get(m);
            ModelCredits other = expected.models().get(m);
            assertThat(model.channels().keySet()).isEqualTo(other.channels().keySet());
            model.channels().forEach((channel, credit) -> {
                assertThat(credit.conversions()).isCloseTo(other.of(channel).conversions(), within(1e-8));
                assertThat(credit.value()).isCloseTo(other.of(channel).value(), within(1e-6));
            });
        }
    }

    private static double conversions(ModelCredits model) {
        return model.channels().values().stream()
                .mapToDouble(ChannelCredit::conversions)
                .sum();
    }

    private static double value(ModelCredits model) {
        return model.channels().values().stream()
                .mapToDouble(ChannelCredit::value)
                .sum();
    }
}
