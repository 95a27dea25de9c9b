package dev.clientele.b2c.campaign.attribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class AttributionBootstrapTest {
    private static final AttributionSettings SETTINGS = AttributionSettings.standard();
    private static final List<MarketingPath> PATHS = List.of(
            MarketingPath.of(List.of("a", "b"), 400, 800, 100),
            MarketingPath.of(List.of("b"), 100, 300, 900),
            MarketingPath.of(List.of("c"), 3, 3, 40));

    @Test
    void intervals_hold_the_credit() {
        AttributionIntervals intervals = filled(1).intervals(0.95);

        for (ModelCredits model : intervals.result().models()) {
            model.channels().forEach((channel, credit) -> {
                CreditInterval interval = intervals.of(model.model(), channel);
                assertThat(credit.conversions())
                        .isBetween(interval.low().conversions(), interval.high().conversions());
                assertThat(credit.value())
                        .isBetween(interval.low().value(), interval.high().value());
            });
        }
    }

    @Test
    void the_interval_of_a_count_is_as_wide_as_that_of_a_poisson_count() {
        CreditInterval interval = filled(1).intervals(0.95).of("first", "a");

        double width = interval.high().conversions() - interval.low().conversions();
        assertThat(width).isCloseTo(2 * 1.96 * Math.sqrt(400), within(12.0));
    }

    @Test
    void the_same_seed_gives_the_same_intervals_whatever_the_order_and_the_parts() {
        AttributionBootstrap merged = new AttributionBootstrap(SETTINGS, 300, 1);
        merged.add(2, PATHS.get(2));
        AttributionBootstrap part = new AttributionBootstrap(SETTINGS, 300, 1);
        part.add(1, PATHS.get(1));
        part.add(0, PATHS.get(0));
        merged.merge(part);

        CreditInterval interval = merged.intervals(0.9).of("Markov order 1", "b");
        CreditInterval other = filled(1).intervals(0.9).of("Markov order 1", "b");
        assertThat(interval.low().conversions()).isCloseTo(other.low().conversions(), within(1e-9));
        assertThat(interval.high().conversions()).isCloseTo(other.high().conversions(), within(1e-9));
    }

    @Test
    void another_seed_gives_other_intervals() {
        assertThat(filled(1).intervals(0.9)).isNotEqualTo(filled(2).intervals(0.9));
    }

    @Test
    void parts_of_different_seeds_are_not_merged() {
        AttributionBootstrap bootstrap = filled(1);

        assertThatIllegalArgumentException().isThrownBy(() -> bootstrap.merge(filled(2)));
    }

    @Test
    void draws_have_the_mean_and_the_variance_of_a_poisson_distribution() {
        SplittableRandom random = new SplittableRandom(7);
        for (double mean : new double[] {0.5, 1, 20, 21, 500, 1e6}) {
            double sum = 0;
            double squares = 0;
            int n = 50_000;
            for (int i = 0; i < n; i++) {
                double deviation = PoissonSampler.draw(mean, random) - mean;
                sum += deviation;
                squares += deviation * deviation;
            }
            assertThat(sum / n).isCloseTo(0, within(5 * Math.sqrt(mean / n)));
            assertThat(squares / n / mean).isCloseTo(1, within(5 * Math.sqrt((2 + 1 / mean) / n)));
        }
    }

    private static AttributionBootstrap filled(long seed) {
        AttributionBootstrap bootstrap = new AttributionBootstrap(SETTINGS, 300, seed);
        for (int i = 0; i < PATHS.size(); i++) {
            bootstrap.add(i, PATHS.get(i));
        }
        return bootstrap;
    }
}
