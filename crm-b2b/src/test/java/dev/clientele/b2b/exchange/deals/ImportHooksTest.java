package dev.clientele.b2b.exchange.deals;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clientele.b2b.B2b;
import dev.clientele.b2b.Store;
import dev.clientele.b2b.StoredTest;
import dev.clientele.b2b.deal.approval.Approval;
import dev.clientele.b2b.deal.pipeline.ApprovalRule;
import dev.clientele.b2b.deal.pipeline.ApprovalStatus;
import dev.clientele.b2b.deal.pipeline.Gate;
import dev.clientele.b2b.deal.pipeline.Opportunity;
import dev.clientele.b2b.deal.pipeline.Pipeline;
import dev.clientele.b2b.deal.pipeline.Probability;
import dev.clientele.core.Crm;
import dev.clientele.core.access.AccessPolicy;
import dev.clientele.core.access.Actor;
import dev.clientele.core.change.Change;
import dev.clientele.core.csv.ImportReport;
import dev.clientele.core.csv.RowError;
import dev.clientele.persistence.criteria.Criteria;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import org.joda.money.CurrencyUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** An import is a change like any other: what hangs on changes hears of it. */
@ParameterizedClass
@EnumSource(Store.class)
class ImportHooksTest extends StoredTest {

    private static final String FILE = "id,stage,value\nd1,Propose,900\nd2,Qualify,500\n";

    private Pipeline pipeline;
    private Opportunity deal;

    ImportHooksTest(Store store) {
        super(store);
    }

    @BeforeEach
    void a_stored_deal() {
        Pipeline standard = Pipeline.standard();
        pipeline = b2b.deals()
                .pipelines()
                .add(standard.withStage(standard.stage("Contract")
                        .withEntryGate(Gate.open()
                                .requiringApproval(ApprovalRule.of(
                                                "large", "more than 500 euros", Opportunity.AMOUNT.above(eur("500")))
                                        .covering(Opportunity.AMOUNT)))));
        deal = b2b.deals()
                .open(
                        Opportunity.named("Turbines")
                                .with(Opportunity.EXTERNAL_ID, "d1")
                                .with(Opportunity.AMOUNT, eur("800")),
                        pipeline);
    }

    private DealImport plan() {
        return DealImport.into(pipeline).externalId("id").stage("stage").amount("value", CurrencyUnit.EUR);
    }

    private Opportunity stored() {
        return b2b.deals().get(deal.id());
    }

    @Test
    void an_approval_dies_by_an_import_that_changes_what_it_covers() {
        Approval request = b2b.deals().approvals().request(deal, "large", "please");
        B2b.in(crm.session(session.tenant(), Actor.user("mary")))
                .deals()
                .approvals()
                .approve(request, "fine");
        assertThat(b2b.deals().approvals().statuses(stored())).containsEntry("large", ApprovalStatus.APPROVED);

        plan().run(session, new StringReader(FILE));

        assertThat(b2b.deals().approvals().statuses(stored())).containsEntry("large", ApprovalStatus.LAPSED);
        assertThat(b2b.deals().canAdvance(stored(), "Contract")).hasSize(1);
    }

    @Test
    void a_probability_set_by_hand_survives_an_import_that_moves_the_deal() {
        b2b.deals().setProbability(deal, Probability.parse("0.42"));

        plan().run(session, new StringReader(FILE));

        assertThat(stored().stage()).isEqualTo("propose");
        assertThat(stored().probability()).isEqualByComparingTo("0.42");
    }

    @Test
    void listeners_hear_of_every_row_and_the_history_says_who_it_was() {
        List<Change> told = new ArrayList<>();
        Crm listening = Crm.on(storage)
                .types(B2b.types())
                .clock(clock)
                .listener("automation", (tenant, change) -> told.add(change))
                .build();
        listening.deliverChanges(session.tenant());
        told.clear();

        plan().run(listening.session(session.tenant(), Actor.process("migration")), new StringReader(FILE));

        assertThat(told).extracting(Change::type).containsExactlyInAnyOrder("opportunity", "opportunity");
        assertThat(b2b.deals().history(deal.id()))
                .last()
                .satisfies(change -> assertThat(change.actor()).isEqualTo(Actor.process("migration")))
                .satisfies(change -> assertThat(change.fields()).containsKeys("amount", "stage", "probability"));
    }

    @Test
    void a_policy_holds_for_every_row() {
        Crm guarded = Crm.on(storage)
                .types(B2b.types())
                .clock(clock)
                .policy(new SmallOnly())
                .build();

        ImportReport report =
                plan().run(guarded.session(session.tenant(), Actor.user("intern")), new StringReader(FILE));

        assertThat(report.added()).isEqualTo(1);
        assertThat(report.errors()).extracting(RowError::row).containsExactly(2L);
        assertThat(stored()).isEqualTo(deal);
    }

    /** Everybody sees everything and writes deals of up to 500 euros. */
    private static final class SmallOnly implements AccessPolicy {

        @Override
        public Criteria readable(Actor actor, String type) {
            return Criteria.always();
        }

        @Override
        public Criteria writable(Actor actor, String type) {
            return type.equals("opportunity") ? Opportunity.AMOUNT.atMost(eur("500")) : Criteria.always();
        }
    }
}
