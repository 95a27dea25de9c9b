package dev.clientele.b2b.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.clientele.b2b.Store;
import dev.clientele.b2b.StoredTest;
import dev.clientele.b2b.deal.pipeline.ForecastCategory;
import dev.clientele.b2b.deal.pipeline.Opportunity;
import dev.clientele.b2b.deal.pipeline.Pipeline;
import dev.clientele.b2b.deal.pipeline.Stage;
import dev.clientele.b2b.deal.pipeline.StageHistory;
import dev.clientele.b2b.deal.pipeline.StageInterval;
import dev.clientele.b2b.deal.pipeline.StageVisit;
import dev.clientele.core.change.Change;
import dev.clientele.core.error.InvalidException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Scenario 4, re-entry, reopening and transfer.
 *
 * <p>A deal is qualified, proposed, sent back, proposed again, handed to the pipeline of renewals, lost there, opened again and
 * won. Whatever happened to it, every stay in every stage is kept: when it began, when it ended, and how the deal stood then.
 */
@ParameterizedClass
@EnumSource(Store.class)
class StageHistoryScenarioTest extends StoredTest {

    private static final Pipeline RENEWALS = Pipeline.of(
            "renewals",
            "Renewals",
            Stage.open("qualify", "Look again", "0.6", ForecastCategory.BEST_CASE),
            Stage.open("due", "Due", "0.8", ForecastCategory.COMMIT),
            Stage.won("won", "Won"),
            Stage.lost("lost", "Lost"));

    private static final String AS_OF = "2025-03-14";

    private Opportunity deal;

    StageHistoryScenarioTest(Store store) {
        super(store);
    }

    @BeforeEach
    void a_deal_with_a_past() {
        clock.set("2025-01-01");
        deal = b2b.deals().open(account("Globex"), Pipeline.standard(), "Turbines", eur("1000"));
        clock.set("2025-01-11");
        deal = b2b.deals().advance(deal, "Propose");
        clock.set("2025-01-16");
        deal = b2b.deals().moveBack(deal, "Qualify");
        deal = b2b.deals().save(deal.with(Opportunity.AMOUNT, eur("1500")));
        clock.set("2025-01-20");
        deal = b2b.deals().advance(deal, "Propose");
        clock.set("2025-02-01");
        deal = b2b.deals().moveToPipeline(deal, RENEWALS, "Due");
        clock.set("2025-02-11");
        deal = b2b.deals().lose(deal, "price", "Hammer & Sons");
        clock.set("2025-03-01");
        deal = b2b.deals().reopen(deal);
        clock.set("2025-03-04");
        deal = b2b.deals().win(deal);
        clock.set(AS_OF);
        deal = b2b.deals().get(deal.id()); // as it was stored
    }

    private StageHistory history() {
        return deal.history();
    }

    private Duration in(String stage) {
        return history().totalTime(stage, clock.instant());
    }

    @Test
    void every_stay_is_kept_each_ends_where_the_next_begins_and_one_is_open() {
        List<StageInterval> intervals = history().intervals();

        assertThat(intervals)
                .extracting(interval -> interval.visit().stage())
                .containsExactly("qualify", "propose", "qualify", "propose", "due", "lost", "due", "won");
        for (int i = 0; i + 1 < intervals.size(); i++) {
            assertThat(intervals.get(i).exitedAt())
                    .contains(intervals.get(i + 1).enteredAt());
        }
        assertThat(intervals)
                .filteredOn(interval -> interval.exitedAt().isEmpty())
                .hasSize(1);
        assertThat(history().intervalAt(Instant.parse("2025-01-17T00:00:00Z"))).contains(intervals.get(2));
    }

    @Test
    void times_go_on_after_re_entry_transfer_and_reopening() {
        assertThat(in("qualify")).hasDays(10 + 4);
        assertThat(in("propose")).hasDays(5 + 12);
        assertThat(in("due")).hasDays(10 + 3);
        assertThat(in("lost")).hasDays(18);
        assertThat(in("won")).hasDays(10);
        assertThat(history().latestStay("propose", clock.instant())).hasDays(12);
        assertThat(history().entryCount("propose")).isEqualTo(2);
        assertThat(history().firstEntered("propose")).contains(Instant.parse("2025-01-11T12:00:00Z"));
        assertThat(history().lastEntered("propose")).contains(Instant.parse("2025-01-20T12:00:00Z"));
        assertThat(history().lastExited("propose")).contains(Instant.parse("2025-02-01T12:00:00Z"));
        assertThat(history().backwardMoves()).isEqualTo(1);
        assertThat(history().cycleTime(clock.instant())).hasDays(31 + 28 + 3);
    }

    @Test
    void a_stage_of_one_pipeline_is_not_that_of_another_with_the_same_id() {
        Opportunity again = b2b.deals().reopen(deal, "Look again");
        clock.set("2025-03-20");
        StageHistory all = again.history();

        assertThat(all.totalTime("qualify", clock.instant())).hasDays(14 + 6);
        assertThat(all.inPipeline(again.pipeline()).totalTime("qualify", clock.instant()))
                .hasDays(6);
        assertThat(all.inPipeline(b2b.deals()
                                .pipelines()
                                .findByCode("standard")
                                .orElseThrow()
                                .id())
                        .totalTime("qualify", clock.instant()))
                .hasDays(14);
    }

    @Test
    void each_stay_tells_how_the_deal_stood_when_it_began() {
        assertThat(deal.visits())
                .extracting(StageVisit::amount)
                .containsExactly(
                        eur("1000"),
                        eur("1000"),
                        eur("1000"),
                        eur("1500"),
                        eur("1500"),
                        eur("1500"),
                        eur("1500"),
                        eur("1500"));
        assertThat(deal.visits())
                .extracting(visit -> visit.probability().stripTrailingZeros().toPlainString())
                .containsExactly("0.1", "0.5", "0.1", "0.5", "0.8", "0", "0.8", "1");
        assertThat(deal.visits().get(5).reason()).isEqualTo("price");
        assertThat(deal.get(Opportunity.CLOSE_REASON)).isNull();
    }

    @Test
    void the_change_log_has_every_step_and_the_past_can_not_be_rewritten() {
        assertThat(b2b.deals().history(deal.id()))
                .extracting(Change::version)
                .containsExactly(1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L, 9L);

        List<StageVisit> shorter = deal.visits().subList(1, deal.visits().size());
        Opportunity rewritten = deal.with(Opportunity.VISITS, shorter)
                .with(Opportunity.OPENED_AT, shorter.get(0).enteredAt());
        assertThatThrownBy(() -> b2b.deals().save(rewritten))
                .isInstanceOf(InvalidException.class)
                .hasMessageContaining("visits");
    }
}
