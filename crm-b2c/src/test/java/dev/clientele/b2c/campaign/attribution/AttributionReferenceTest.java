package dev.clientele.b2c.campaign.attribution;

import static dev.clientele.b2c.campaign.attribution.SharedPaths.child;
import static dev.clientele.b2c.campaign.attribution.SharedPaths.number;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * Figures of the public path data against those computed independently. They have no tolerance of their own; both sides are
 * sums of doubles, which agree to a part in a thousand million.
 */
class AttributionReferenceTest {
    private static final double RELATIVE = 1e-9;

    @Test
    void rules_credit_every_channel_as_the_reference_does() {
        AttributionResult result = result(0);
        Map<String, Object> rules = child(SharedPaths.figures(), "rules");

        assertAgree(result.by(AttributionRule.first()), child(rules, "first"));
        assertAgree(result.by(AttributionRule.last()), child(rules, "last"));
        assertAgree(result.by(AttributionRule.linear()), child(rules, "linear"));
        assertAgree(result.by(AttributionRule.positionBased(0.4, 0.4)), child(rules, "position402040"));
        assertAgree(result.by(AttributionRule.stepDecay(1)), child(rules, "halfLifeOneStep"));
    }

    @Test
    void shapley_values_are_those_of_the_reference() {
        assertAgree(result(0).shapley(), child(SharedPaths.figures(), "shapleyOverSets"));
    }

    @Test
    void removal_effects_of_order_1_are_those_of_the_reference() {
        MarkovAttribution markov = result(1).markov().get(0);
        Object expected = ((List<?>) SharedPaths.figures().get("markov")).get(0);

        assertThat(markov.states()).isEqualTo(12);
        assertThat(markov.removalEffects().keySet())
                .isEqualTo(child(expected, "removal").keySet());
        markov.removalEffects()
                .forEach((channel, effect) -> assertThat(effect)
                        .as("removal of " + channel)
                        .isCloseTo(number(child(expected, "removal"), channel), within(1e-12)));
        markov.credits()
                .channels()
                .forEach((channel, credit) ->
                        assertClose(credit.conversions(), number(child(expected, "conversions"), channel), channel));
    }

    @Test
    void at_every_order_the_conversion_probability_is_the_observed_rate() {
        AttributionResult result = result(4);

        assertThat(result.conversionRate()).isCloseTo(0.2238451356, within(1e-10));
        assertThat(result.markov()).hasSize(4).allSatisfy(markov -> {
            assertThat(markov.conversionProbability()).isCloseTo(result.conversionRate(), within(1e-13));
            assertThat(markov.credits().channels().values().stream()
                            .mapToDouble(ChannelCredit::conversions)
                            .sum())
                    .isCloseTo(19_785, within(1e-8));
        });
    }

    @Test
    void totals_of_the_data_are_those_of_the_reference() {
        AttributionResult result = result(0);
        Map<String, Object> figures = SharedPaths.figures();

        assertThat((double) result.conversions()).isEqualTo(number(figures, "conversions"));
        assertThat((double) result.nonConversions()).isEqualTo(number(figures, "nulls"));
        assertClose(result.value(), number(figures, "value"), "value");
    }

    private static AttributionResult result(int maxOrder) {
        AttributionTotals totals =
                new AttributionTotals(AttributionSettings.standard().withMaxOrder(maxOrder));
        SharedPaths.paths().forEach(totals::add);
        return totals.result();
    }

    private static void assertAgree(ModelCredits credits, Map<String, Object> expected) {
        assertThat(credits.channels().keySet()).isEqualTo(expected.keySet());
        credits.channels().forEach((channel, credit) -> {
            assertClose(credit.conversions(), number(child(expected, channel), "conversions"), channel);
            assertClose(credit.value(), number(child(expected, channel), "value"), channel);
        });
    }

    private static void assertClose(double actual, double expected, String what) {
        assertThat(actual).as(what).isCloseTo(expected, within(Math.abs(expected) * RELATIVE));
    }
}
