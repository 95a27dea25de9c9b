package dev.clientele.b2c.identity.linkage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.clientele.b2c.identity.comparison.AttributeKind;
import dev.clientele.b2c.identity.comparison.ComparedValue;
import dev.clientele.b2c.identity.comparison.ValueComparison;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class TermFrequenciesTest {

    private static ComparedValue name(String text) {
        return Objects.requireNonNull(ValueComparison.of(AttributeKind.FAMILY).prepare(text));
    }

    private final TermFrequencies population =
            TermFrequencies.ofPopulation(AttributeKind.FAMILY, Map.of("Smith", 0.01, "SMITH", 0.02, "Zweig", 0.0001));

    @Test
    void spellings_that_normalise_alike_are_one_value() {
        assertThat(population.frequency(name("smith"))).isCloseTo(0.03, within(1e-6));
        assertThat(population.frequency(name("zweig"))).isCloseTo(0.0001, within(1e-8));
    }

    @Test
    void a_value_never_seen_is_as_rare_as_the_rarest() {
        assertThat(population.frequency(name("qwerty"))).isCloseTo(0.0001, within(1e-8));
    }

    @Test
    void a_rare_name_shared_says_more_than_a_common_one() {
        LinkageSource people = new SyntheticPeople(31).withDuplicates("shop", 300, 2);
        LinkageModel model = ModelTrainer.fit(
                        SyntheticPeople.ATTRIBUTES,
                        List.of(people),
                        LinkageSettings.of(LinkMode.DEDUPLICATE).withPopulation("family", population))
                .model();

        assertThat(weightOfFamily(model, "zweig")).isGreaterThan(weightOfFamily(model, "smith") + 5);
    }

    private static double weightOfFamily(LinkageModel model, String family) {
        LinkageRecord record = new LinkageRecord("1", List.of("", family, "", "", "", ""));
        List<WaterfallStep> steps = model.scorer()
                .explain(model.prepare("a", record), model.prepare("b", record))
                .steps();

        assertThat(steps).hasSize(1);
        return steps.get(0).weight();
    }

    @Test
    void shares_outside_zero_and_one_are_refused() {
        assertThatThrownBy(() -> TermFrequencies.ofPopulation(AttributeKind.FAMILY, Map.of("smith", 1.5)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> TermFrequencies.ofPopulation(AttributeKind.FAMILY, Map.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
