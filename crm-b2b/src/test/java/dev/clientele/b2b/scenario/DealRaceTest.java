package dev.clientele.b2b.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clientele.b2b.Store;
import dev.clientele.b2b.account.Contact;
import dev.clientele.b2b.catalog.StockedTest;
import dev.clientele.b2b.deal.approval.Approval;
import dev.clientele.b2b.deal.approval.ApprovalDecision;
import dev.clientele.b2b.deal.pipeline.ApprovalRule;
import dev.clientele.b2b.deal.pipeline.BuyingRole;
import dev.clientele.b2b.deal.pipeline.Gate;
import dev.clientele.b2b.deal.pipeline.Opportunity;
import dev.clientele.b2b.deal.pipeline.Pipeline;
import dev.clientele.b2b.deal.pipeline.StageKind;
import dev.clientele.b2b.deal.pipeline.StageVisit;
import dev.clientele.b2b.deal.pipeline.UnmetConditionsException;
import dev.clientele.b2b.deal.quote.Quote;
import dev.clientele.b2b.deal.quote.QuoteStatus;
import dev.clientele.core.entity.Entity;
import dev.clientele.core.error.DuplicateException;
import dev.clientele.core.error.InvalidException;
import dev.clientele.core.error.StaleVersionException;
import dev.clientele.persistence.criteria.Criteria;
import dev.clientele.testing.Race;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** The invariants of deals, approvals and quotes when 32 do it at once. */
@ParameterizedClass
@EnumSource(Store.class)
class DealRaceTest extends StockedTest {

    private Pipeline pipeline;
    private Opportunity deal;

    DealRaceTest(Store store) {
        super(store);
    }

    @BeforeEach
    void a_deal() {
        Pipeline standard = Pipeline.standard();
        pipeline = b2b.deals()
                .pipelines()
                .add(standard.withStage(standard.stage("contract")
                        .withEntryGate(Gate.open()
                                .requiringApproval(ApprovalRule.of("any", "any deal", Criteria.always())
                                        .covering(Opportunity.AMOUNT)))));
        deal = b2b.deals().open(account("Globex"), pipeline, "Turbines", eur("1"));
        deal = b2b.deals().lines().add(deal, turbine, 10);
    }

    @Test
    void of_those_who_close_a_deal_at_once_one_does() {
        long closed = Race.count(
                i -> i % 2 == 0 ? actor(i).deals().win(deal) : actor(i).deals().lose(deal, "price"),
                StaleVersionException.class);

        assertThat(closed).isEqualTo(1);
        assertThat(b2b.deals().get(deal.id()).visits()).hasSize(2);
    }

    @Test
    void no_deal_enters_a_stage_after_the_gate_that_it_does_not_meet_was_put_up() {
        List<Opportunity> deals = new ArrayList<>();
        for (int i = 0; i < Race.THREADS; i++) {
            deals.add(b2b.deals().open(account("Customer " + i), pipeline, "Deal", eur("1")));
        }
        Race.count(
                i -> i == 7
                        ? actor(i).deals()
                                .pipelines()
                                .save(pipeline.withStage(pipeline.stage("propose")
                                        .withEntryGate(Gate.open().requiring(Opportunity.NEXT_STEP))))
                        : actor(i).deals().advance(deals.get(i), "propose"),
                UnmetConditionsException.class);

        for (Opportunity each : deals) {
            assertThat(b2b.deals().get(each.id()).visits())
                    .filteredOn(visit -> visit.stage().equals("propose"))
                    .extracting(StageVisit::pipelineVersion)
                    .allMatch(version -> version == pipeline.version());
        }
    }

    @Test
    void requests_for_one_approval_at_once_are_one_request() {
        List<Approval> requests = Race.all(i -> actor(i).deals().approvals().request(deal, "any", ""));

        assertThat(requests).extracting(Entity::id).containsOnly(requests.get(0).id());
    }

    @Test
    void a_request_is_decided_once_and_never_by_who_asked() {
        Approval request = actor(0).deals().approvals().request(deal, "any", "");

        long decided = Race.count(
                i -> i % 2 == 0
                        ? actor(i + 1).deals().approvals().approve(request, "")
                        : actor(i + 1).deals().approvals().reject(request, ""),
                StaleVersionException.class);

        assertThat(decided).isEqualTo(1);
        Approval stored = b2b.deals().approvals().get(request.id());
        assertThat(stored.decision()).isNotEqualTo(ApprovalDecision.PENDING);
        assertThat(stored.get(Approval.DECIDED_BY)).isNotEqualTo(stored.get(Approval.REQUESTED_BY));
    }

    @Test
    void a_contact_is_one_stakeholder_in_a_role_whoever_assigns_it_at_once() {
        Contact ana = b2b.contacts().add(Contact.named("Ana Silva"));

        Race.all(i -> actor(i).deals().stakeholders().assign(deal, ana, BuyingRole.CHAMPION));

        assertThat(b2b.deals().stakeholders().findByDeal(deal.id())).hasSize(1);
    }

    @Test
    void a_new_pipeline_is_stored_once_by_those_who_open_deals_in_it_at_once() {
        List<Opportunity> opened = Race.all(i -> actor(i).deals()
                .open(Opportunity.named("Deal " + i), Pipeline.standard().with(Pipeline.CODE, "fresh")));

        assertThat(opened)
                .extracting(Opportunity::pipeline)
                .containsOnly(opened.get(0).pipeline());
    }

    @Test
    void numbers_of_quotes_have_neither_gaps_nor_twins() {
        List<String> numbers =
                Race.all(i -> actor(i).deals().quotes().draft(deal).number());

        assertThat(new HashSet<>(numbers)).hasSize(Race.THREADS).contains("Q-000001", "Q-000032");
    }

    @Test
    void one_quote_for_a_deal_is_accepted_and_the_deal_has_its_lines() {
        List<Quote> quotes = new ArrayList<>();
        for (int i = 0; i < Race.THREADS; i++) {
            quotes.add(b2b.deals().quotes().present(b2b.deals().quotes().draft(deal), TODAY));
        }

        long accepted = Race.count(
                i -> actor(i).deals().quotes().accept(quotes.get(i)), InvalidException.class, DuplicateException.class);

        assertThat(accepted).isEqualTo(1);
        Quote taken = b2b.deals().quotes().findAccepted(deal.id()).orElseThrow();
        assertThat(b2b.deals().get(deal.id()).lines()).isEqualTo(taken.lineItems());
    }

    @Test
    void a_quote_is_either_accepted_or_rejected() {
        Quote quote = b2b.deals().quotes().present(b2b.deals().quotes().draft(deal), TODAY);

        long answered = Race.count(
                i -> i % 2 == 0
                        ? actor(i).deals().quotes().accept(quote)
                        : actor(i).deals().quotes().reject(quote, "price"),
                InvalidException.class,
                StaleVersionException.class);

        // an accepted quote may still be rejected by one who saw it accepted, not by one who saw it presented
        assertThat(answered).isBetween(1L, 2L);
        Quote stored = b2b.deals().quotes().get(quote.id());
        assertThat(stored.status() == QuoteStatus.ACCEPTED)
                .isEqualTo(b2b.deals().quotes().findAccepted(deal.id()).isPresent());
    }

    @Test
    void a_number_has_one_draft_however_many_revise_it_at_once() {
        Quote first = b2b.deals().quotes().present(b2b.deals().quotes().draft(deal), TODAY);
        Quote second = b2b.deals().quotes().present(b2b.deals().quotes().revise(first), TODAY);

        long revised =
                Race.count(i -> actor(i).deals().quotes().revise(i % 2 == 0 ? first : second), InvalidException.class);

        assertThat(revised).isEqualTo(1);
        assertThat(b2b.deals().quotes().revisions(first.number()))
                .filteredOn(each -> each.status() == QuoteStatus.DRAFT)
                .hasSize(1);
    }

    @Test
    void an_approved_deal_whose_amount_changes_at_once_never_passes_with_another_amount() {
        actor(1).deals().approvals().approve(actor(0).deals().approvals().request(deal, "any", ""), "");
        Opportunity open = b2b.deals().get(deal.id());

        Race.count(
                i -> i % 2 == 0
                        ? actor(i).deals().advance(open, "contract")
                        : actor(i).deals()
                                .quotes()
                                .applyToDeal(actor(i).deals().quotes().draft(open)),
                StaleVersionException.class,
                UnmetConditionsException.class);

        Opportunity stored = b2b.deals().get(deal.id());
        assertThat(stored.kind()).isEqualTo(StageKind.OPEN);
        assertThat(stored.get(Opportunity.AMOUNT)).isEqualTo(open.get(Opportunity.AMOUNT));
    }
}
