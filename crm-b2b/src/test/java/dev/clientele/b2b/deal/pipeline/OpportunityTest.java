package dev.clientele.b2b.deal.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.clientele.core.entity.Id;
import dev.clientele.core.error.Violation;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

class OpportunityTest {

    private static final Instant T0 = Instant.parse("2027-01-01T00:00:00Z");
    private static final Instant T1 = Instant.parse("2027-01-02T00:00:00Z");
    private static final LocalDate DAY = LocalDate.of(2027, 1, 2);

    private final Pipeline pipeline = Pipeline.standard().withId(Id.of(new UUID(0, 1)));
    private final Opportunity deal = Opportunity.named("Turbines")
            .with(Opportunity.AMOUNT, Money.parse("EUR 100"))
            .openedIn(pipeline, T0);

    @Test
    void a_deal_takes_probability_and_category_from_its_stage() {
        Opportunity moved = deal.movedTo(pipeline, pipeline.stage("propose"), T1);

        assertThat(deal.probability()).isEqualByComparingTo("0.1");
        assertThat(moved.probability()).isEqualByComparingTo("0.5");
        assertThat(moved.get(Opportunity.CATEGORY)).isEqualTo(ForecastCategory.BEST_CASE);
        assertThat(Opportunity.TYPE.validate(moved)).isEmpty();
    }

    @Test
    void a_probability_set_by_hand_survives_moves_closing_and_reopening() {
        Opportunity byHand =
                deal.withProbability(Probability.parse("0.35")).movedTo(pipeline, pipeline.stage("negotiate"), T1);

        assertThat(byHand.probability()).isEqualByComparingTo("0.35");
        Opportunity lost = byHand.lost(pipeline, T1, DAY, "price");
        assertThat(lost.probability()).isZero();
        Opportunity reopened = lost.movedTo(pipeline, pipeline.stage("propose"), T1);
        assertThat(reopened.probability()).isEqualByComparingTo("0.35");
        assertThat(reopened.withStageDefaults(pipeline).probability()).isEqualByComparingTo("0.35");
        assertThat(reopened.withStageProbability(pipeline).probability()).isEqualByComparingTo("0.5");
    }

    @Test
    void why_a_deal_was_lost_is_gone_after_reopening_but_stays_in_its_history() {
        Opportunity reopened = deal.lost(pipeline, T1, DAY, "price")
                .with(Opportunity.COMPETITOR, "Hammer & Sons")
                .movedTo(pipeline, pipeline.stage("qualify"), T1);

        assertThat(reopened.get(Opportunity.CLOSE_REASON)).isNull();
        assertThat(reopened.get(Opportunity.COMPETITOR)).isNull();
        assertThat(reopened.get(Opportunity.CLOSED_AT)).isNull();
        assertThat(reopened.visits()).extracting(StageVisit::reason).containsExactly(null, "price", null);
    }

    @Test
    void each_visit_tells_how_the_deal_stood_then() {
        Opportunity grown = deal.with(Opportunity.AMOUNT, Money.parse("EUR 250"))
                .with(Opportunity.CLOSE_DATE, DAY)
                .movedTo(pipeline, pipeline.stage("discover"), T1);

        assertThat(grown.visits())
                .extracting(StageVisit::amount)
                .containsExactly(Money.parse("EUR 100"), Money.parse("EUR 250"));
        assertThat(grown.visits()).extracting(StageVisit::closeDate).containsExactly(null, DAY);
    }

    @Test
    void the_furthest_stage_remains_when_a_deal_goes_back() {
        Opportunity back = deal.movedTo(pipeline, pipeline.stage("negotiate"), T1)
                .movedTo(pipeline, pipeline.stage("discover"), T1);

        assertThat(back.get(Opportunity.FURTHEST_STAGE)).isEqualTo("negotiate");
    }

    @Test
    void a_clock_that_runs_behind_does_not_turn_the_order_of_moves() {
        Opportunity moved = deal.movedTo(pipeline, pipeline.stage("discover"), T0.minusSeconds(60));

        assertThat(moved.get(Opportunity.STAGE_SINCE)).isEqualTo(T0);
        assertThat(Opportunity.TYPE.validate(moved)).isEmpty();
    }

    @Test
    void a_deal_whose_stage_was_set_by_itself_breaks_rules() {
        assertThat(Opportunity.TYPE.validate(deal.with(Opportunity.STAGE, "contract")))
                .extracting(Violation::path)
                .containsExactly("stage");
        assertThat(Opportunity.TYPE.validate(deal.with(Opportunity.PROBABILITY, Probability.parse("0.9"))))
                .isEmpty();
        assertThat(Opportunity.TYPE.validate(Opportunity.named("In no pipeline")))
                .extracting(Violation::path)
                .contains("pipeline", "stage");
    }

    @Test
    void a_history_is_only_ever_added_to() {
        Opportunity moved = deal.movedTo(pipeline, pipeline.stage("discover"), T1);
        List<StageVisit> shortened = new ArrayList<>(moved.visits());
        shortened.remove(0);
        Opportunity tampered = moved.with(Opportunity.VISITS, shortened).with(Opportunity.OPENED_AT, T1);

        assertThat(Opportunity.TYPE.validate(tampered)).isEmpty();
        assertThat(Opportunity.TYPE.validate(moved, tampered))
                .extracting(Violation::reason)
                .containsExactly("must only be added to");
    }

    @Test
    void a_deal_is_opened_once() {
        assertThatThrownBy(() -> deal.openedIn(pipeline, T1)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void a_closed_stage_is_entered_by_winning_or_losing() {
        assertThatThrownBy(() -> deal.movedTo(pipeline, pipeline.wonStage(), T1))
                .hasMessageContaining("stage must be open, got won");
    }
}
