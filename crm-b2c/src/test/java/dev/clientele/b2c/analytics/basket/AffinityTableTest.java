package dev.clientele.b2c.analytics.basket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Rules worked by hand. */
class AffinityTableTest {

    private static final List<Basket<String, String>> BASKETS = List.of(
            Basket.of("ann", List.of("bread", "butter", "bread")),
            Basket.of("ann", List.of("butter", "bread", "jam")),
            Basket.of("bob", List.of("bread")),
            Basket.of("cyd", List.of("jam", "butter")),
            Basket.of("dan", List.of("beer")));

    private static AffinityTable<String> table(long leastBaskets) {
        return AffinityTable.of(BASKETS.stream(), AffinitySettings.withMinBaskets(leastBaskets));
    }

    @Test
    void support_confidence_and_lift_are_those_of_the_definition() {
        Affinity<String> rule = table(2).rulesFrom("bread").get(0);

        assertThat(rule.otherItem()).isEqualTo("butter");
        assertThat(rule.support()).isCloseTo(2 / 5.0, within(1e-15));
        assertThat(rule.confidence()).isCloseTo(2 / 3.0, within(1e-15));
        assertThat(rule.lift()).isCloseTo(2 / 5.0 / (3 / 5.0 * 3 / 5.0), within(1e-15));
        assertThat(rule.leverage()).isCloseTo(2 / 5.0 - 9 / 25.0, within(1e-15));
        assertThat(rule.confidenceLowerBound()).isBetween(.2, rule.confidence());
    }

    @Test
    void both_directions_stand_in_a_fixed_order() {
        assertThat(table(2).rules())
                .extracting(rule -> rule.item() + ">" + rule.otherItem())
                .containsExactly("butter>jam", "jam>butter", "bread>butter", "butter>bread");
    }

    @Test
    void few_baskets_little_confidence_and_low_lift_leave_rules_out() {
        assertThat(table(3).rules()).isEmpty();
        assertThat(AffinityTable.of(BASKETS.stream(), new AffinitySettings(1, .9, 0))
                        .rules())
                .extracting(Affinity::item)
                .containsOnly("jam");
        assertThat(AffinityTable.of(BASKETS.stream(), new AffinitySettings(1, 0, 1.5))
                        .rules())
                .allSatisfy(rule -> assertThat(rule.lift()).isGreaterThanOrEqualTo(1.5));
    }

    @Test
    void no_baskets_are_no_rules() {
        AffinityTable<String> none =
                AffinityTable.of(Stream.<Basket<String, String>>of(), AffinitySettings.withMinBaskets(1));

        assertThat(none.rules()).isEmpty();
        assertThat(NextProductRecommender.of(none).recommend(List.of("bread"), 3))
                .isEmpty();
    }

    @Test
    void the_surest_rule_from_what_was_taken_goes_first_and_says_why() {
        NextProductRecommender<String> next = NextProductRecommender.of(table(1));
        List<ProductSuggestion<String>> offers = next.recommend(List.of("jam", "bread"), 3);

        assertThat(offers).extracting(ProductSuggestion::item).containsExactly("butter", "beer");
        assertThat(offers.get(0).reason().orElseThrow().item()).isEqualTo("jam");
        assertThat(offers.get(1).reason()).isEmpty();
        assertThat(next.recommend(List.of("jam", "bread"), 1)).hasSize(1);
        assertThat(next.recommend(List.of(), 2))
                .extracting(ProductSuggestion::item)
                .containsExactly("bread", "butter");
    }
}
