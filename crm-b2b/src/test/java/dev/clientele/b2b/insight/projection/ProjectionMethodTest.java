package dev.clientele.b2b.insight.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.clientele.b2b.deal.pipeline.Pipeline;
import dev.clientele.b2b.deal.pipeline.StageKind;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Each method on histories small enough to be worked by hand. */
class ProjectionMethodTest {

    private static final LocalDate START = LocalDate.of(2027, 1, 1);
    private static final String A = "a";
    private static final String B = "b";

    private static DealPath.StageEntry open(String stage, int day) {
        return new DealPath.StageEntry(stage, StageKind.OPEN, START.plusDays(day), 100);
    }

    private static DealPath.StageEntry won(int day) {
        return new DealPath.StageEntry("won", StageKind.WON, START.plusDays(day), 100);
    }

    private static DealPath.StageEntry lost(int day) {
        return new DealPath.StageEntry("lost", StageKind.LOST, START.plusDays(day), 100);
    }

    private static DealPath track(DealPath.StageEntry... steps) {
        return new DealPath(List.of(steps));
    }

    private static double chance(
            ProjectionMethod method, PipelineHistory history, int asOf, int days, OpenDealState standing) {
        LocalDate day = START.plusDays(asOf);
        return method.learn(history.until(day), day, days).probability(standing);
    }

    @Test
    void stage_weighted_takes_the_probabilities_of_the_stages() {
        StageWeighted method = StageWeighted.of(Pipeline.standard());
        PipelineHistory history = new PipelineHistory(
                List.of(track(open("propose", 0)), track(open("propose", 0)), track(open("gone", 0)), track(won(0))));

        PipelineProjection outlook = PipelineProjection.of(method, history, START, 30);

        double propose = Pipeline.standard().stage("propose").probability().doubleValue();
        assertThat(outlook.open()).isEqualTo(3);
        assertThat(outlook.wins()).isCloseTo(2 * propose, within(1e-12));
        assertThat(outlook.value()).isCloseTo(200 * propose, within(1e-9));
        assertThat(outlook.winsDeviation()).isCloseTo(Math.sqrt(2 * propose * (1 - propose)), within(1e-12));
        assertThatThrownBy(() -> new StageWeighted(Map.of(A, 1.5)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("0 to 1");
    }

    @Test
    void historical_conversion_counts_the_closed_deals_that_were_in_a_stage() {
        PipelineHistory history = new PipelineHistory(List.of(
                track(open(A, 0), won(5)),
                track(open(A, 0), open(B, 2), lost(5)),
                track(open(A, 0), open(B, 2), open(A, 3), won(5)),
                track(open(A, 0))));
        HistoricalConversion method = new HistoricalConversion();

        assertThat(chance(method, history, 10, 30, new OpenDealState(A, 1, 1))).isCloseTo(2 / 3.0, within(1e-12));
        assertThat(chance(method, history, 10, 30, new OpenDealState(B, 1, 1))).isCloseTo(0.5, within(1e-12));
        assertThat(chance(method, history, 10, 30, new OpenDealState("new", 1, 1)))
                .isCloseTo(2 / 3.0, within(1e-12));
    }

    @Test
    void a_chain_whose_moves_lead_round_without_closing_has_no_chance() {
        MarkovChain chain = MarkovChain.of(Map.of(A, Map.of(B, 3L), B, Map.of(A, 3L), "c", Map.of("won", 1L)), "won");

        assertThat(chain.winProbability(A)).isZero();
        assertThat(chain.winProbability(B)).isZero();
        assertThat(chain.winProbability("c")).isEqualTo(1);
        assertThat(chain.winProbability("unknown")).isZero();
    }

    @Test
    void age_in_stage_multiplies_the_hazards_of_the_days_ahead() {
        PipelineHistory history = new PipelineHistory(List.of(
                track(open(A, 0), won(2)),
                track(open(A, 0), lost(2)),
                track(open(A, 0), won(4)),
                track(open(A, 0), lost(4))));
        AgeInStage method = new AgeInStage();

        assertThat(chance(method, history, 10, 1, new OpenDealState(A, 1, 1))).isCloseTo(0.25, within(1e-12));
        assertThat(chance(method, history, 10, 3, new OpenDealState(A, 1, 1)))
                .isCloseTo(0.25 + 0.5 * 0.5, within(1e-12));
        assertThat(chance(method, history, 10, 30, new OpenDealState(A, 4, 4))).isZero();
    }

    @Test
    void age_in_stage_follows_a_deal_through_the_next_stage() {
        PipelineHistory history = new PipelineHistory(
                List.of(track(open(A, 0), open(B, 3), won(5)), track(open(A, 0), open(B, 3), lost(5))));
        AgeInStage method = new AgeInStage();

        assertThat(chance(method, history, 10, 4, new OpenDealState(A, 1, 1))).isCloseTo(0.5, within(1e-12));
        assertThat(chance(method, history, 10, 3, new OpenDealState(A, 1, 1))).isZero();
        assertThat(chance(method, history, 10, 2, new OpenDealState(B, 0, 3))).isCloseTo(0.5, within(1e-12));
    }

    @Test
    void stays_that_last_count_up_to_the_day() {
        PipelineHistory history = new PipelineHistory(
                List.of(track(open(A, 0), won(2)), track(open(A, 9)), track(open(A, 0)), track(open(A, 0))));

        // three stays lasted two days or more; the fourth has lasted one
        assertThat(chance(new AgeInStage(), history, 10, 30, new OpenDealState(A, 1, 1)))
                .isCloseTo(1 / 3.0, within(1e-12));
    }

    @Test
    void the_last_period_tells_what_became_of_deals_as_old() {
        List<DealPath> tracks = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            tracks.add(i < 4 ? track(open(A, 0), won(40)) : track(open(A, 0)));
            tracks.add(i < 8 ? track(open(A, 25), won(45)) : track(open(A, 25)));
        }
        PipelineHistory history = new PipelineHistory(tracks);
        LastPeriodByAge method = new LastPeriodByAge();

        assertThat(chance(method, history, 60, 30, new OpenDealState(A, 35, 35)))
                .isCloseTo(0.4, within(1e-12));
        assertThat(chance(method, history, 60, 30, new OpenDealState(A, 5, 5))).isCloseTo(0.8, within(1e-12));
        assertThat(chance(method, history, 60, 30, new OpenDealState("new", 5, 5)))
                .isCloseTo(0.8, within(1e-12));
    }

    @Test
    void too_little_history_is_an_error_that_says_how_much_is_missing() {
        PipelineHistory history = new PipelineHistory(List.of(track(open(A, 0))));

        assertThatThrownBy(() -> PipelineProjection.of(ProjectionMethod.standard(), history, START.plusDays(60), 30))
                .isInstanceOf(NotEnoughHistoryException.class)
                .hasMessage("not enough history: 10 deals open on 2027-01-31 are needed, got 1");
        assertThatThrownBy(() -> PipelineProjection.of(new HistoricalConversion(), history, START, 30))
                .isInstanceOf(NotEnoughHistoryException.class);
        assertThat(BackTest.of(history, List.of(new AgeInStage()), List.of(START), 30)
                        .best())
                .isEmpty();
    }
}
