package dev.clientele.b2b.deal.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.clientele.core.error.InvalidException;
import dev.clientele.core.error.Violation;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PipelineTest {

    private final Pipeline standard = Pipeline.standard();

    @Test
    void a_stage_is_found_by_id_or_name() {
        assertThat(standard.stage("contract")).isEqualTo(standard.stage("Contract"));
        assertThatThrownBy(() -> standard.stage("Signature"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("qualify, discover, propose, negotiate, contract, won, lost")
                .hasMessageContaining("Signature");
    }

    @Test
    void a_pipeline_needs_an_open_a_won_and_a_lost_stage() {
        assertThatThrownBy(() -> Pipeline.of("p", "P", Stage.won("won", "Won")))
                .isInstanceOf(InvalidException.class)
                .hasMessageContaining("OPEN")
                .hasMessageContaining("LOST");
    }

    @Test
    void two_stages_share_neither_id_nor_name() {
        assertThatThrownBy(() -> Pipeline.of(
                        "p",
                        "P",
                        Stage.open("a", "A", "0.1", ForecastCategory.PIPELINE),
                        Stage.open("a", "B", "0.2", ForecastCategory.PIPELINE),
                        Stage.open("b", "b", "0.2", ForecastCategory.PIPELINE),
                        Stage.won("won", "Won"),
                        Stage.lost("lost", "Lost")))
                .hasMessageContaining("share the id a")
                .hasMessageContaining("share the name b");
    }

    @Test
    void a_stage_can_be_retired_but_neither_leave_nor_change_its_kind() {
        List<Stage> without = new ArrayList<>(standard.stages());
        without.remove(1);

        assertThat(Pipeline.TYPE.validate(standard, standard.with(Pipeline.STAGES, without)))
                .extracting(Violation::reason)
                .singleElement()
                .asString()
                .contains("discover must stay");
        assertThat(Pipeline.TYPE.validate(
                        standard, standard.withStage(standard.stage("discover").retire())))
                .isEmpty();
    }

    @Test
    void probabilities_are_exact_decimals_from_0_to_1() {
        assertThat(Probability.percent(12.5)).isEqualByComparingTo("0.125");
        assertThatThrownBy(() -> Probability.parse("1.0001")).hasMessageContaining("0 to 1");
        assertThatThrownBy(() -> Probability.check("p", new BigDecimal("0.12345")))
                .hasMessageContaining("p must be 0 to 1 with at most 4 digits");
    }

    @Test
    void what_a_stage_says_of_chances_fits_its_kind() {
        assertThatThrownBy(() -> Stage.open("a", "A", "0.5", ForecastCategory.CLOSED))
                .hasMessageContaining("OPEN");
    }
}
