package dev.clientele.b2b.deal.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.clientele.core.entity.Id;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

class StageTransitionCheckTest {

    private static final Instant NOW = Instant.parse("2027-01-01T00:00:00Z");

    private final Pipeline pipeline = gated().withId(Id.of(new UUID(0, 1)));
    private final Opportunity deal = Opportunity.named("Turbines").openedIn(pipeline, NOW);

    private static Pipeline gated() {
        Pipeline standard = Pipeline.standard();
        return standard.withStage(standard.stage("qualify")
                        .withExitGate(Gate.open().requiring(Opportunity.AMOUNT).requiring(Opportunity.NEXT_STEP)))
                .withStage(standard.stage("propose")
                        .withEntryGate(Gate.open()
                                .when("at least 1,000 euros", Opportunity.AMOUNT.atLeast(Money.parse("EUR 1000")))))
                .withStage(standard.stage("won").withEntryGate(Gate.open().requiring(Opportunity.CLOSE_DATE)));
    }

    private StageTransitionCheck progress(Opportunity opportunity) {
        return new StageTransitionCheck(opportunity, pipeline, GateFacts.none(), NOW);
    }

    @Test
    void everything_in_the_way_is_told_at_once() {
        assertThat(progress(deal).checkAdvance(pipeline.stage("propose")))
                .extracting(UnmetCondition::message)
                .containsExactly("amount has no value", "next_step has no value", "at least 1,000 euros");
    }

    @Test
    void a_stage_that_is_passed_over_is_asked_too() {
        assertThat(progress(deal).checkAdvance(pipeline.stage("contract")))
                .extracting(UnmetCondition::cause)
                .containsExactly(
                        UnmetCondition.UnmetCause.FIELD,
                        UnmetCondition.UnmetCause.FIELD,
                        UnmetCondition.UnmetCause.CONDITION);
    }

    @Test
    void nothing_is_in_the_way_when_all_is_met() {
        Opportunity ready =
                deal.with(Opportunity.AMOUNT, Money.parse("EUR 1000")).with(Opportunity.NEXT_STEP, "call");

        assertThat(progress(ready).checkAdvance(pipeline.stage("contract"))).isEmpty();
        assertThat(progress(ready).checkWin())
                .extracting(UnmetCondition::subject)
                .containsExactly("close_date");
    }

    @Test
    void going_forward_leads_to_a_later_open_stage_only() {
        Opportunity later = deal.movedTo(pipeline, pipeline.stage("propose"), NOW);

        assertRefusedForStage(progress(later).checkAdvance(pipeline.stage("discover")), "discover");
        assertRefusedForStage(progress(later).checkAdvance(pipeline.stage("propose")), "propose");
        assertRefusedForStage(progress(later).checkAdvance(pipeline.stage("won")), "won");
        assertThat(progress(later).checkMoveBack(pipeline.stage("discover"))).isEmpty();
        assertRefusedForStage(progress(later).checkMoveBack(pipeline.stage("contract")), "contract");
    }

    @Test
    void a_closed_deal_has_to_be_reopened_first() {
        Opportunity lost = deal.lost(pipeline, NOW, LocalDate.of(2027, 1, 1), "price");

        assertThat(progress(lost).checkAdvance(pipeline.stage("discover")))
                .extracting(UnmetCondition::cause)
                .contains(UnmetCondition.UnmetCause.STATE);
        assertThat(progress(lost).reopenStage().id()).isEqualTo("qualify");
        assertThat(progress(lost).checkReopen(pipeline.stage("qualify"))).isEmpty();
        assertThat(progress(deal).checkReopen(pipeline.stage("qualify")))
                .extracting(UnmetCondition::cause)
                .containsExactly(UnmetCondition.UnmetCause.STATE);
    }

    private static void assertRefusedForStage(List<UnmetCondition> unmet, String stage) {
        assertThat(unmet)
                .extracting(UnmetCondition::cause, UnmetCondition::subject)
                .containsExactly(tuple(UnmetCondition.UnmetCause.STAGE, stage));
    }

    @Test
    void a_retired_stage_is_entered_no_more_and_blocks_nobody() {
        Pipeline changed = pipeline.withStage(pipeline.stage("propose").retire());
        StageTransitionCheck progress = new StageTransitionCheck(
                deal.with(Opportunity.AMOUNT, Money.parse("EUR 1")).with(Opportunity.NEXT_STEP, "call"),
                changed,
                GateFacts.none(),
                NOW);

        assertThat(progress.checkAdvance(changed.stage("propose"))).hasSize(1);
        assertThat(progress.checkAdvance(changed.stage("negotiate"))).isEmpty();
    }

    @Test
    void a_gate_reads_back_from_its_stored_form() {
        Gate gate = pipeline.stage("propose").entry();

        assertThat(gate.conditions().get(0).toCriteria())
                .isEqualTo(Opportunity.AMOUNT.atLeast(Money.parse("EUR 1000")));
        assertThatThrownBy(() -> new DealCondition("broken", "{}")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_gate_asks_who_is_engaged() {
        Pipeline asking = pipeline.withStage(pipeline.stage("discover")
                .withEntryGate(Gate.open().requiringEngaged(BuyingRole.CHAMPION, BuyingRole.ECONOMIC_BUYER)));
        Opportunity ready =
                deal.with(Opportunity.AMOUNT, Money.parse("EUR 1000")).with(Opportunity.NEXT_STEP, "call");

        StageTransitionCheck progress =
                new StageTransitionCheck(ready, asking, GateFacts.engaged(BuyingRole.CHAMPION), NOW);

        assertThat(progress.checkAdvance(asking.stage("discover")))
                .extracting(UnmetCondition::message)
                .containsExactly("nobody is engaged as economic-buyer");
    }
}
