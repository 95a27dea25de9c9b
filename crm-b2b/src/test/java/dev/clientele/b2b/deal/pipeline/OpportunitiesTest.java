package dev.clientele.b2b.deal.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.clientele.b2b.B2b;
import dev.clientele.b2b.Store;
import dev.clientele.b2b.StoredTest;
import dev.clientele.b2b.account.Account;
import dev.clientele.core.access.Actor;
import dev.clientele.core.error.InvalidException;
import dev.clientele.core.error.NotFoundException;
import dev.clientele.core.error.StaleVersionException;
import dev.clientele.persistence.TenantId;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Store.class)
class OpportunitiesTest extends StoredTest {

    OpportunitiesTest(Store store) {
        super(store);
    }

    private Opportunity open() {
        return b2b.deals().open(account("Globex"), Pipeline.standard(), "Turbines 2027", eur("1200000"));
    }

    @Test
    void opening_a_deal_stores_a_new_pipeline_once() {
        Opportunity first = open();
        Opportunity second = open();

        assertThat(first.pipeline()).isEqualTo(second.pipeline());
        assertThat(b2b.deals().pipelines().all().count()).isEqualTo(1);
        assertThat(b2b.deals().get(first.id())).isEqualTo(first);
    }

    @Test
    void a_deal_has_the_owner_and_the_territory_of_its_account() {
        Account account = b2b.accounts()
                .add(Account.named("Globex").with(Account.OWNER, rep("Bo").id()));

        Opportunity deal = b2b.deals().open(account, Pipeline.standard(), "Turbines", eur("1"));

        assertThat(deal.get(Opportunity.OWNER)).isEqualTo(account.get(Account.OWNER));
        assertThat(b2b.deals().findByAccount(account.id()).count()).isEqualTo(1);
    }

    @Test
    void a_deal_goes_its_way_and_its_history_is_stored() {
        Opportunity deal = open();
        clock.advance(Duration.ofDays(3));
        deal = b2b.deals().advance(deal, "Propose");
        clock.advance(Duration.ofDays(2));
        deal = b2b.deals().moveBack(deal, "Discover");
        clock.advance(Duration.ofDays(5));
        deal = b2b.deals().win(deal);

        Opportunity read = b2b.deals().get(deal.id());
        assertThat(read.visits())
                .extracting(StageVisit::stage)
                .containsExactly("qualify", "propose", "discover", "won");
        assertThat(read.history().totalTime("propose", clock.instant())).hasDays(2);
        assertThat(read.get(Opportunity.CLOSE_DATE)).isEqualTo(LocalDate.of(2027, 1, 20));
        assertThat(read.get(Opportunity.CLOSED_AT)).isEqualTo(clock.instant());
    }

    @Test
    void a_refused_move_tells_everything_and_changes_nothing() {
        Pipeline gated = Pipeline.standard();
        gated = b2b.deals()
                .pipelines()
                .add(gated.withStage(gated.stage("propose")
                        .withEntryGate(
                                Gate.open().requiring(Opportunity.CLOSE_DATE).requiring(Opportunity.NEXT_STEP))));
        Opportunity deal = b2b.deals().open(account("Globex"), gated, "Turbines", eur("1"));

        List<UnmetCondition> unmet = b2b.deals().canAdvance(deal, "Propose");

        assertThat(unmet).hasSize(2);
        assertThatThrownBy(() -> b2b.deals().advance(deal, "Propose"))
                .isInstanceOfSatisfying(
                        UnmetConditionsException.class,
                        refused -> assertThat(refused.unmet()).isEqualTo(unmet));
        assertThat(b2b.deals().get(deal.id())).isEqualTo(deal);
    }

    @Test
    void a_lost_deal_has_a_reason_and_can_be_reopened_where_it_was() {
        Opportunity deal = b2b.deals().advance(open(), "Negotiate");

        Opportunity lost = b2b.deals().lose(deal, "price", "Hammer & Sons");
        Opportunity again = b2b.deals().reopen(lost);

        assertThat(lost.get(Opportunity.CLOSE_REASON)).isEqualTo("price");
        assertThat(lost.get(Opportunity.COMPETITOR)).isEqualTo("Hammer & Sons");
        assertThat(again.stage()).isEqualTo("negotiate");
        assertThat(again.get(Opportunity.COMPETITOR)).isNull();
    }

    @Test
    void a_transfer_to_another_pipeline_keeps_the_history() {
        Opportunity deal = b2b.deals().advance(open(), "Negotiate");
        Pipeline renewals = Pipeline.of(
                "renewals",
                "Renewals",
                Stage.open("due", "Due", "0.8", ForecastCategory.COMMIT),
                Stage.won("won", "Won"),
                Stage.lost("lost", "Lost"));

        Opportunity moved = b2b.deals().moveToPipeline(deal, renewals, "Due");

        assertThat(moved.visits()).extracting(StageVisit::stage).containsExactly("qualify", "negotiate", "due");
        assertThat(moved.probability()).isEqualByComparingTo("0.8");
        assertThat(moved.get(Opportunity.FURTHEST_STAGE)).isEqualTo("due");
    }

    @Test
    void a_mass_update_keeps_what_was_set_by_hand() {
        Opportunity byHand = b2b.deals().setProbability(open(), Probability.parse("0.3"));
        Opportunity other = open();
        Pipeline pipeline = b2b.deals().pipelines().get(other.pipeline());
        b2b.deals()
                .pipelines()
                .save(pipeline.withStage(pipeline.stage("qualify").withProbability(Probability.parse("0.15"))));

        long changed = b2b.deals().pipelines().refreshDeals(pipeline.id());

        assertThat(changed).isEqualTo(1);
        assertThat(b2b.deals().get(byHand.id()).probability()).isEqualByComparingTo("0.3");
        assertThat(b2b.deals().get(other.id()).probability()).isEqualByComparingTo("0.15");
        assertThat(b2b.deals().clearProbability(b2b.deals().get(byHand.id())).probability())
                .isEqualByComparingTo("0.15");
    }

    @Test
    void of_two_who_move_one_deal_the_second_has_to_look_again() {
        Opportunity deal = open();
        b2b.deals().advance(deal, "Propose");

        assertThatThrownBy(() -> b2b.deals().advance(deal, "Contract")).isInstanceOf(StaleVersionException.class);
    }

    @Test
    void a_stage_can_not_be_changed_behind_the_moves_back() {
        assertThatThrownBy(() -> b2b.deals().save(open().with(Opportunity.STAGE, "contract")))
                .isInstanceOf(InvalidException.class)
                .hasMessageContaining("stage");
    }

    @Test
    void a_step_that_fails_undoes_the_steps_before_it() {
        assertThatThrownBy(() -> session.runInTransaction(tx -> {
                    Account account = B2b.in(tx).accounts().add(Account.named("Globex"));
                    Opportunity deal = B2b.in(tx).deals().open(account, Pipeline.standard(), "Turbines", eur("1"));
                    B2b.in(tx).deals().moveBack(deal, "Contract");
                }))
                .isInstanceOf(UnmetConditionsException.class);

        assertThat(b2b.accounts().all().count()).isZero();
        assertThat(b2b.deals().all().count()).isZero();
        assertThat(b2b.deals().pipelines().all().count()).isZero();
    }

    @Test
    void another_tenant_sees_nothing_of_it() {
        Opportunity deal = open();
        B2b other = B2b.in(crm.session(TenantId.of("other"), Actor.user("alice")));

        assertThat(other.deals().all().count()).isZero();
        assertThat(other.accounts().all().count()).isZero();
        assertThatThrownBy(() -> other.deals().get(deal.id())).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> other.deals().advance(deal, "Propose")).isInstanceOf(NotFoundException.class);
    }

    @Test
    void thousands_of_deals_with_their_past_are_added_at_once() {
        Pipeline pipeline = b2b.deals().pipelines().add(Pipeline.standard());
        Account account = account("Globex");

        b2b.deals()
                .addAll(IntStream.range(0, 2000)
                        .mapToObj(i -> Opportunity.of(account, "Deal " + i)
                                .with(Opportunity.AMOUNT, eur("10"))
                                .openedIn(pipeline, NOW.minus(Duration.ofDays(30)))
                                .won(pipeline, NOW, LocalDate.of(2027, 1, 10), null))
                        .toList());

        assertThat(b2b.deals()
                        .query(Opportunity.KIND.is(StageKind.WON))
                        .sum(Opportunity.AMOUNT)
                        .amountIn(eur("0").getCurrencyUnit()))
                .isEqualTo(eur("20000"));
    }
}
