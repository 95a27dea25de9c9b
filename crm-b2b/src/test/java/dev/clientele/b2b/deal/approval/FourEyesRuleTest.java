package dev.clientele.b2b.deal.approval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.clientele.b2b.B2b;
import dev.clientele.b2b.Store;
import dev.clientele.b2b.StoredTest;
import dev.clientele.b2b.deal.pipeline.ApprovalRule;
import dev.clientele.b2b.deal.pipeline.ApprovalStatus;
import dev.clientele.b2b.deal.pipeline.Gate;
import dev.clientele.b2b.deal.pipeline.Opportunity;
import dev.clientele.b2b.deal.pipeline.Pipeline;
import dev.clientele.b2b.deal.pipeline.UnmetConditionsException;
import dev.clientele.core.access.Actor;
import dev.clientele.core.error.DeniedException;
import dev.clientele.core.error.InvalidException;
import dev.clientele.persistence.TenantId;
import dev.clientele.persistence.criteria.Criteria;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Four eyes can't be walked round, whatever the door. */
@ParameterizedClass
@EnumSource(Store.class)
class FourEyesRuleTest extends StoredTest {

    private static final ApprovalRule RULE = ApprovalRule.of("any", "any deal", Criteria.always())
            .covering(Opportunity.AMOUNT)
            .withRole("finance");

    private Pipeline pipeline;
    private Opportunity deal;
    private Approval request;
    private Approvals mine;
    private Approvals finance;

    FourEyesRuleTest(Store store) {
        super(store);
    }

    @BeforeEach
    void request_approval() {
        Pipeline standard = Pipeline.standard();
        pipeline = b2b.deals()
                .pipelines()
                .add(standard.withStage(
                        standard.stage("contract").withEntryGate(Gate.open().requiringApproval(RULE))));
        deal = b2b.deals().open(account("Globex"), pipeline, "Turbines", eur("100"));
        mine = as("alice", "finance").deals().approvals();
        finance = as("fred", "finance").deals().approvals();
        request = mine.request(deal, "any", "please");
    }

    private B2b as(String name, String... roles) {
        return B2b.in(crm.session(TenantId.of("acme"), Actor.user(name).withRoles(roles)));
    }

    @Test
    void who_asked_approves_under_no_other_name() {
        Approval disguised = request.with(Approval.REQUESTED_BY, "user:other");

        assertThatThrownBy(() -> mine.approve(disguised, "")).isInstanceOf(DeniedException.class);
        assertThatThrownBy(() -> mine.reject(disguised, "")).isInstanceOf(DeniedException.class);
        assertThatThrownBy(() -> mine.save(disguised)).isInstanceOf(InvalidException.class);
        assertThat(mine.get(request.id()).decision()).isEqualTo(ApprovalDecision.PENDING);
    }

    @Test
    void a_plain_save_decides_no_more_than_the_verb() {
        Approval own = request.with(Approval.DECISION, ApprovalDecision.APPROVED)
                .with(Approval.DECIDED_AT, NOW)
                .with(Approval.DECIDED_BY, "user:fred");

        assertThatThrownBy(() -> mine.save(own)).isInstanceOf(DeniedException.class);
        assertThatThrownBy(() -> mine.saveAll(List.of(own.with(Approval.DECIDED_BY, "user:alice"))))
                .isInstanceOf(DeniedException.class);
        Approvals bob = as("bob").deals().approvals();
        assertThatThrownBy(() -> bob.save(own.with(Approval.DECIDED_BY, "user:bob")))
                .isInstanceOf(DeniedException.class)
                .hasMessageContaining("finance");
        assertThat(finance.save(own).decision()).isEqualTo(ApprovalDecision.APPROVED);
    }

    @Test
    void a_request_stays_as_it_was_asked() {
        assertThatThrownBy(() -> mine.save(request.without(Approval.ROLE))).isInstanceOf(InvalidException.class);
        assertThatThrownBy(() -> mine.save(request.with(Approval.COVERED_FIELDS, Set.of())))
                .isInstanceOf(InvalidException.class);
        assertThatThrownBy(() -> mine.save(request.with(Approval.DEAL_VERSION, 99L)))
                .isInstanceOf(InvalidException.class);
        assertThatThrownBy(() -> mine.save(request.with(Approval.ROUND, 2L))).isInstanceOf(InvalidException.class);
    }

    @Test
    void nobody_asks_in_another_name_or_for_what_the_deal_is_not() {
        Approval next = Approval.of(deal, RULE, 2, Actor.user("bob"), NOW, "");

        assertThatThrownBy(() -> mine.add(next)).isInstanceOf(DeniedException.class);
        assertThatThrownBy(() -> as("bob")
                        .deals()
                        .approvals()
                        .add(Approval.of(deal.with(Opportunity.AMOUNT, eur("1")), RULE, 2, Actor.user("bob"), NOW, "")))
                .isInstanceOf(InvalidException.class);
        assertThatThrownBy(() -> as("bob")
                        .deals()
                        .approvals()
                        .add(next.with(Approval.DECISION, ApprovalDecision.APPROVED)
                                .with(Approval.DECIDED_AT, NOW)
                                .with(Approval.DECIDED_BY, "user:fred")))
                .isInstanceOf(InvalidException.class);
    }

    @Test
    void a_request_on_lesser_terms_than_the_rule_opens_no_gate() {
        Approval lesser = mine.add(
                Approval.of(deal, ApprovalRule.of("any", "any", Criteria.always()), 2, Actor.user("alice"), NOW, ""));
        as("bob").deals().approvals().approve(lesser, "");

        assertThatThrownBy(() -> b2b.deals().advance(deal, "contract"))
                .isInstanceOf(UnmetConditionsException.class)
                .hasMessageContaining("lapsed");
    }

    @Test
    void an_approval_that_is_taken_away_opens_no_gate_by_any_door() {
        Approval approved = finance.approve(request, "");
        Opportunity ready = deal.movedTo(pipeline, pipeline.stage("contract"), NOW);
        assertThatThrownBy(() -> b2b.deals().save(ready.with(Opportunity.AMOUNT, eur("1"))))
                .isInstanceOf(UnmetConditionsException.class)
                .hasMessageContaining("lapsed");
        finance.remove(approved);

        assertThatThrownBy(() -> b2b.deals().save(ready)).isInstanceOf(UnmetConditionsException.class);
    }

    @Test
    void what_is_covered_is_known_without_the_deals_history() {
        Approval approved = finance.approve(request, "");
        Opportunity changed = b2b.deals().save(deal.with(Opportunity.AMOUNT, eur("99")));
        Opportunity described = b2b.deals().get(deal.id());

        assertThat(approved.status(changed, List.of())).isEqualTo(ApprovalStatus.LAPSED);
        assertThat(approved.status(described.with(Opportunity.AMOUNT, eur("100")), List.of()))
                .isEqualTo(ApprovalStatus.APPROVED);
    }
}
