package dev.clientele.b2b.revenue.health;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import org.junit.jupiter.api.Test;

class HealthTest {

    private static final HealthWeights SCORE = new HealthWeights(Map.of("usage", 3.0, "support", 1.0));

    @Test
    void health_is_the_weighted_mean_of_what_is_known() {
        assertThat(HealthAssessment.of(SCORE, Map.of("usage", 80.0, "support", 40.0))
                        .score())
                .hasValueCloseTo(70.0, within(1e-12));

        HealthAssessment part = HealthAssessment.of(SCORE, Map.of("usage", 80.0));
        assertThat(part.score()).hasValueCloseTo(80.0, within(1e-12));
        assertThat(part.known()).isCloseTo(0.75, within(1e-12));
        assertThat(part.missing()).containsExactly("support");
        assertThat(HealthAssessment.of(SCORE, Map.of()).score()).isEmpty();
    }

    @Test
    void what_has_no_weight_or_is_no_score_is_refused() {
        assertThatThrownBy(() -> HealthAssessment.of(SCORE, Map.of("mood", 1.0)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("mood");
        assertThatThrownBy(() -> HealthAssessment.of(SCORE, Map.of("usage", 101.0)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("0 to 100");
        assertThatThrownBy(() -> new HealthWeights(Map.of("usage", 0.0))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new HealthWeights(Map.of())).isInstanceOf(IllegalArgumentException.class);
    }
}
