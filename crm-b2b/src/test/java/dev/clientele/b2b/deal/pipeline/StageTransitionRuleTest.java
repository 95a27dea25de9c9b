package dev.clientele.b2b.deal.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.clientele.b2b.B2b;
import dev.clientele.b2b.Store;
import dev.clientele.b2b.StoredTest;
import dev.clientele.b2b.account.Contact;
import dev.clientele.b2b.deal.stakeholder.EngagementLevel;
import dev.clientele.b2b.deal.stakeholder.Stakeholder;
import dev.clientele.core.Crm;
import dev.clientele.core.access.Actor;
import dev.clientele.core.error.InvalidException;
import dev.clientele.core.error.StaleVersionException;
import dev.clientele.persistence.TenantId;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** A stage changes by a move that the stored pipeline allows, whatever the door. */
@ParameterizedClass
@EnumSource(Store.class)
class StageTransitionRuleTest extends StoredTest {

    private static final LocalDate TODAY = LocalDate.of(2027, 1, 10);

    private Pipeline pipeline;
    private Opportunity deal;

    StageTransitionRuleTest(Store store) {
        super(store);
    }

    @BeforeEach
    void open_a_deal_before_a_gate() {
        Pipeline standard = Pipeline.standard();
        pipeline = b2b.deals()
                .pipelines()
                .add(standard.withStage(
                        standard.stage("propose").withEntryGate(Gate.open().requiring(Opportunity.NEXT_STEP))));
        deal = b2b.deals().open(account("Globex"), pipeline, "Turbines", eur("100"));
    }

    private Opportunity moved(Opportunity from, String stage) {
        return from.movedTo(pipeline, pipeline.stage(stage), NOW);
    }

    @Test
    void a_plain_save_of_a_moved_copy_passes_no_gate_that_the_verb_does_not() {
        assertThatThrownBy(() -> b2b.deals().save(moved(deal, "propose")))
                .isInstanceOf(UnmetConditionsException.class)
                .hasMessageContaining("next_step has no value");
        assertThatThrownBy(() -> b2b.deals().saveAll(List.of(moved(deal, "contract"))))
                .isInstanceOf(UnmetConditionsException.class);
        assertThat(b2b.deals().get(deal.id()).stage()).isEqualTo("qualify");
    }

    @Test
    void a_plain_save_may_bring_what_the_gate_asks_for() {
        Opportunity saved = b2b.deals().save(moved(deal, "propose").with(Opportunity.NEXT_STEP, "call"));

        assertThat(saved.stage()).isEqualTo("propose");
    }

    @Test
    void several_moves_in_one_save_are_judged_one_by_one() {
        Opportunity back = moved(moved(deal, "negotiate"), "discover");

        assertThatThrownBy(() -> b2b.deals().save(back)).isInstanceOf(UnmetConditionsException.class);
        assertThat(b2b.deals().save(back.with(Opportunity.NEXT_STEP, "call")).visits())
                .hasSize(3);
    }

    @Test
    void a_deal_that_is_added_begins_in_the_first_stage_and_comes_through_the_gates() {
        Opportunity draft = Opportunity.named("Pumps");
        assertThatThrownBy(() -> b2b.deals().add(moved(draft, "discover")))
                .isInstanceOf(InvalidException.class)
                .hasMessageContaining("first");
        assertThatThrownBy(() -> b2b.deals().addAll(List.of(moved(draft.openedIn(pipeline, NOW), "propose"))))
                .isInstanceOf(UnmetConditionsException.class);
    }

    @Test
    void a_gate_tightened_between_question_and_save_holds() {
        Opportunity ready = moved(deal, "discover");
        pipeline = b2b.deals()
                .pipelines()
                .save(pipeline.withStage(
                        pipeline.stage("discover").withEntryGate(Gate.open().requiring(Opportunity.CLOSE_DATE))));

        assertThatThrownBy(() -> b2b.deals().save(ready)).isInstanceOf(StaleVersionException.class);
        assertThatThrownBy(() -> b2b.deals().advance(deal, "discover")).isInstanceOf(UnmetConditionsException.class);
    }

    @Test
    void a_pipeline_in_the_callers_hands_decides_nothing() {
        Pipeline lenient = pipeline.withStage(pipeline.stage("propose").withEntryGate(Gate.open()));

        assertThatThrownBy(() -> b2b.deals().save(deal.movedTo(lenient, lenient.stage("propose"), NOW)))
                .isInstanceOf(UnmetConditionsException.class);
        Pipeline hopeful = pipeline.withStage(pipeline.stage("discover").withProbability(Probability.parse("0.99")));
        assertThatThrownBy(() -> b2b.deals().save(deal.movedTo(hopeful, hopeful.stage("discover"), NOW)))
                .isInstanceOf(InvalidException.class);
    }

    @Test
    void a_retired_stage_takes_in_no_deal_by_any_door_and_lets_go_those_in_it() {
        Opportunity inside = b2b.deals().advance(deal, "discover");
        pipeline = b2b.deals()
                .pipelines()
                .save(pipeline.withStage(pipeline.stage("discover").retire()));
        Opportunity other = b2b.deals().open(account("Initech"), pipeline, "Pumps", eur("1"));

        assertThatThrownBy(() -> b2b.deals().save(moved(other, "discover")))
                .isInstanceOf(UnmetConditionsException.class)
                .hasMessageContaining("retired");
        assertThat(b2b.deals().win(inside).kind()).isEqualTo(StageKind.WON);
    }

    @Test
    void losing_and_reopening_is_no_way_round_a_gate() {
        Opportunity lost = b2b.deals().lose(deal, "price");

        assertThatThrownBy(() -> b2b.deals().reopen(lost, "contract")).isInstanceOf(UnmetConditionsException.class);
        assertThatThrownBy(() -> b2b.deals().save(moved(lost, "contract")))
                .isInstanceOf(UnmetConditionsException.class);
        assertThat(b2b.deals().reopen(lost, "qualify").stage()).isEqualTo("qualify");
    }

    @Test
    void another_pipeline_and_back_is_no_way_round_a_gate() {
        Pipeline other = b2b.deals().pipelines().add(Pipeline.standard().with(Pipeline.CODE, "other"));
        Opportunity elsewhere = b2b.deals().moveToPipeline(deal, other, "contract");

        assertThatThrownBy(() -> b2b.deals().moveToPipeline(elsewhere, pipeline, "contract"))
                .isInstanceOf(UnmetConditionsException.class);
        assertThatThrownBy(() -> b2b.deals().moveToPipeline(deal, pipeline, "contract"))
                .isInstanceOf(StaleVersionException.class);
        assertThat(b2b.deals().moveToPipeline(elsewhere, pipeline, "discover").stage())
                .isEqualTo("discover");
    }

    @Test
    void a_closed_deal_is_won_only_after_it_is_reopened() {
        Opportunity lost = b2b.deals().lose(deal, "price");

        assertThatThrownBy(() -> b2b.deals().save(lost.won(pipeline, NOW, TODAY, null)))
                .isInstanceOf(UnmetConditionsException.class)
                .hasMessageContaining("reopen");
    }

    @Test
    void history_comes_in_without_gates_but_not_without_sense() {
        B2b history = B2b.in(session.forImportOfHistory());

        assertThat(history.deals().save(moved(deal, "contract")).stage()).isEqualTo("contract");
        Stage unknown = Stage.open("unknown", "Unknown", "0.5", ForecastCategory.PIPELINE);
        Pipeline imagined = pipeline.with(
                Pipeline.STAGES,
                Stream.concat(pipeline.stages().stream(), Stream.of(unknown)).toList());
        Opportunity strange = Opportunity.named("Pumps").movedTo(imagined, unknown, NOW);
        assertThatThrownBy(() -> history.deals().add(strange)).isInstanceOf(InvalidException.class);
    }

    @Test
    void what_the_caller_changed_in_its_copy_goes_along_and_a_stale_copy_moves_nothing() {
        Opportunity advanced = b2b.deals().advance(deal.with(Opportunity.NEXT_STEP, "call"), "propose");

        assertThat(advanced.get(Opportunity.NEXT_STEP)).isEqualTo("call");
        assertThatThrownBy(() -> b2b.deals().advance(deal, "discover")).isInstanceOf(StaleVersionException.class);
    }

    @Test
    void stakeholders_whom_the_actor_names_count_and_one_who_is_gone_does_not() {
        pipeline = b2b.deals()
                .pipelines()
                .save(pipeline.withStage(
                        pipeline.stage("discover").withEntryGate(Gate.open().requiringEngaged(BuyingRole.CHAMPION))));
        assertThatThrownBy(() -> b2b.deals().save(moved(deal, "discover")))
                .isInstanceOf(UnmetConditionsException.class);
        Contact ana = b2b.contacts().add(Contact.named("Ana Silva"));
        Stakeholder champion = b2b.deals()
                .stakeholders()
                .save(b2b.deals()
                        .stakeholders()
                        .assign(deal, ana, BuyingRole.CHAMPION)
                        .with(Stakeholder.ENGAGEMENT, EngagementLevel.DEEP));
        b2b.deals().stakeholders().remove(champion);

        assertThatThrownBy(() -> b2b.deals().save(moved(deal, "discover")))
                .isInstanceOf(UnmetConditionsException.class);
    }

    @Test
    void the_hosts_own_facts_are_asked_by_every_door() {
        pipeline = b2b.deals()
                .pipelines()
                .save(pipeline.withStage(
                        pipeline.stage("discover").withEntryGate(Gate.open().requiringEngaged(BuyingRole.CHAMPION))));
        GateFactSource everybody = (session, deal) -> new GateFacts(Set.of(BuyingRole.CHAMPION), Map.of());
        Crm knowing = Crm.on(storage).types(B2b.types(everybody)).clock(clock).build();
        B2b door = B2b.in(knowing.session(TenantId.of("acme"), Actor.user("alice")));

        assertThat(door.deals().save(moved(deal, "discover")).stage()).isEqualTo("discover");
    }
}
