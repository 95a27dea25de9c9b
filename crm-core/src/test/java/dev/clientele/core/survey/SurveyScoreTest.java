package dev.clientele.core.survey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class SurveyScoreTest {

    @Test
    void promoters_less_detractors_are_the_promoter_score() {
        NetPromoterScore score = NetPromoterScore.of(List.of(10, 9, 8, 7, 6, 0));

        assertThat(score).isEqualTo(new NetPromoterScore(2, 2, 2));
        assertThat(score.score()).hasValueCloseTo(0.0, within(1e-12));
        assertThat(NetPromoterScore.of(List.of(10, 9, 3)).score()).hasValueCloseTo(100 / 3.0, within(1e-12));
        assertThat(NetPromoterScore.of(List.of()).score()).isEmpty();
        assertThatThrownBy(() -> NetPromoterScore.of(List.of(11))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void four_and_five_are_satisfied() {
        assertThat(SatisfactionScore.of(List.of(5, 4, 3, 1)).score()).hasValueCloseTo(50.0, within(1e-12));
        assertThat(SatisfactionScore.of(List.of()).score()).isEmpty();
        assertThatThrownBy(() -> SatisfactionScore.of(List.of(0))).isInstanceOf(IllegalArgumentException.class);
    }
}
