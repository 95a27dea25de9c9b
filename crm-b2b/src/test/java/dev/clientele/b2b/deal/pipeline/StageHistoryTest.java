package dev.clientele.b2b.deal.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clientele.core.entity.Id;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The worked example time_in_stage_reentry of b2b-worked-examples.json. */
class StageHistoryTest {

    private final Pipeline pipeline = Pipeline.of(
                    "two-steps",
                    "Two steps",
                    Stage.open("qualify", "Qualify", "0.1", ForecastCategory.PIPELINE),
                    Stage.open("propose", "Propose", "0.5", ForecastCategory.PIPELINE),
                    Stage.won("won", "Won"),
                    Stage.lost("lost", "Lost"))
            .withId(Id.of(new UUID(0, 1)));
    private final StageHistory history = Opportunity.named("Deal")
            .openedIn(pipeline, at("2025-01-01"))
            .movedTo(pipeline, pipeline.stage("Propose"), at("2025-01-11"))
            .movedTo(pipeline, pipeline.stage("Qualify"), at("2025-01-16"))
            .movedTo(pipeline, pipeline.stage("Propose"), at("2025-01-20"))
            .won(pipeline, at("2025-02-01"), LocalDate.of(2025, 2, 1), null)
            .history();
    private final Instant later = at("2025-06-01");

    private static Instant at(String day) {
        return Instant.parse(day + "T00:00:00Z");
    }

    @Test
    void time_in_a_stage_adds_up_over_re_entries() {
        assertThat(history.totalTime("qualify", later)).hasDays(14);
        assertThat(history.totalTime("propose", later)).hasDays(17);
        assertThat(history.totalTime(later)).containsKeys("qualify", "propose", "won");
    }

    @Test
    void the_latest_stay_is_told_apart() {
        assertThat(history.latestStay("qualify", later)).hasDays(4);
        assertThat(history.latestStay("propose", later)).hasDays(12);
        assertThat(history.lastEntered("qualify")).contains(at("2025-01-16"));
        assertThat(history.lastExited("qualify")).contains(at("2025-01-20"));
        assertThat(history.firstEntered("propose")).contains(at("2025-01-11"));
    }

    @Test
    void entries_backward_moves_and_the_cycle_are_counted() {
        assertThat(history.entryCount("qualify")).isEqualTo(2);
        assertThat(history.entryCount("propose")).isEqualTo(2);
        assertThat(history.backwardMoves()).isEqualTo(1);
        assertThat(history.cycleTime(later)).hasDays(31);
    }

    @Test
    void every_instant_since_the_opening_lies_in_one_interval() {
        assertThat(history.intervalAt(at("2024-12-31"))).isEmpty();
        assertThat(history.intervalAt(at("2025-01-11")).orElseThrow().visit().stage())
                .isEqualTo("propose");
        assertThat(history.intervalAt(later).orElseThrow().visit().stage()).isEqualTo("won");
    }

    @Test
    void an_open_stay_lasts_until_now() {
        StageHistory open =
                Opportunity.named("Deal").openedIn(pipeline, at("2025-01-01")).history();

        assertThat(open.latestStay("qualify", at("2025-01-08"))).hasDays(7);
        assertThat(open.cycleTime(at("2025-01-08"))).hasDays(7);
        assertThat(open.cycleTime(at("2024-01-08"))).isZero();
    }
}
