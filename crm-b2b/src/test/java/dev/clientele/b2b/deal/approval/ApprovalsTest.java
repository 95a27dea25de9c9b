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
import dev.clientele.b2b.deal.pipeline.UnmetCondition;
import dev.clientele.b2b.deal.pipeline.UnmetConditionsException;
import dev.clientele.core.access.Actor;
import dev.clientele.core.error.DeniedException;
import dev.clientele.core.error.InvalidException;
import dev.clientele.persistence.TenantId;
import java.math.BigDecimal;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** A discount of more than 20 % needs an approval, which dies when the discount or the amount changes. */
@ParameterizedClass
@EnumSource(Store.class)
class ApprovalsTest extends StoredTest {

    private static final BigDecimal FIFTH = new BigDecimal("0.20");
    private static final BigDecimal QUARTER = new BigDecimal("0.25");

    private Pipeline pipeline;
    private Opportunity deal;
    private B2b manager;

    ApprovalsTest(Store store) {
        super(store);
    }

    @BeforeEach
    void openDeal() {
        Pipeline standard = Pipeline.standard();
        pipeline = b2b.deals()
                .pipelines()
                .add(standard.withStage(standard.stage("contract")
                        .withEntryGate(Gate.open()
                                .requiringApproval(ApprovalRule.of(
                                                "discount", "more than 20 % off", Opportunity.DISCOUNT.above(FIFTH))
                                        .covering(Opportunity.DISCOUNT)
                                        .covering(Opportunity.AMOUNT)))));
        deal = b2b.deals()
                .open(
                        Opportunity.of(account("Globex"), "Turbines")
                                .with(Opportunity.AMOUNT, eur("75000"))
                                .with(Opportunity.DISCOUNT, QUARTER),
                        pipeline);
        manager = B2b.in(crm.session(TenantId.of("acme"), Actor.user("mary")));
    }

    private String standing() {
        return b2b.deals().canAdvance(deal, "Contract").stream()
                .map(UnmetCondition::message)
                .findFirst()
                .orElse("may advance");
    }

    @Test
    void a_deal_within_the_limit_needs_no_approval() {
        deal = b2b.deals().save(deal.with(Opportunity.DISCOUNT, FIFTH));

        assertThat(standing()).isEqualTo("may advance");
    }

    @Test
    void a_deal_beyond_the_limit_goes_on_once_somebody_else_has_approved() {
        assertThat(standing()).isEqualTo("the approval for more than 20 % off was not requested");
        Approval request = b2b.deals().approvals().request(deal, "discount", "They have a better offer.");
        assertThat(standing()).endsWith("is not decided yet");
        assertThatThrownBy(() -> b2b.deals().approvals().approve(request, "Fine."))
                .isInstanceOf(DeniedException.class);

        manager.deals().approvals().approve(manager.deals().approvals().get(request.id()), "Go ahead.");

        assertThat(standing()).isEqualTo("may advance");
        assertThat(b2b.deals().advance(deal, "Contract").stage()).isEqualTo("contract");
    }

    @Test
    void an_approval_dies_when_what_it_approved_changes_and_stays_dead() {
        manager.deals().approvals().approve(b2b.deals().approvals().request(deal, "discount", ""), "");

        deal = b2b.deals().save(deal.with(Opportunity.AMOUNT, eur("70000")));
        assertThat(standing()).contains("has lapsed");
        deal = b2b.deals().save(deal.with(Opportunity.AMOUNT, eur("75000")));

        assertThat(standing()).contains("has lapsed");
        assertThatThrownBy(() -> b2b.deals().advance(deal, "Contract"))
                .isInstanceOf(UnmetConditionsException.class)
                .hasMessageContaining("lapsed");
        Approval again = b2b.deals().approvals().request(deal, "discount", "");
        assertThat(again.status(deal, b2b.deals().history(deal.id()))).isEqualTo(ApprovalStatus.REQUESTED);
        assertThat(b2b.deals().approvals().findByDeal(deal.id())).hasSize(2);
    }

    @Test
    void what_is_not_covered_may_change() {
        manager.deals().approvals().approve(b2b.deals().approvals().request(deal, "discount", ""), "");

        deal = b2b.deals().save(deal.with(Opportunity.NEXT_STEP, "call"));
        deal = b2b.deals().advance(deal, "Negotiate");

        assertThat(standing()).isEqualTo("may advance");
    }

    @Test
    void a_request_can_not_be_granted_after_the_deal_has_changed() {
        Approval request = b2b.deals().approvals().request(deal, "discount", "");
        b2b.deals().save(deal.with(Opportunity.DISCOUNT, new BigDecimal("0.4")));

        assertThatThrownBy(() -> manager.deals().approvals().approve(request, ""))
                .isInstanceOf(InvalidException.class)
                .hasMessageContaining("has lapsed");
    }

    @Test
    void a_refusal_is_final_until_somebody_asks_again() {
        Approval request = b2b.deals().approvals().request(deal, "discount", "");
        Approval refused = manager.deals().approvals().reject(request, "No.");

        assertThat(standing()).endsWith("was refused");
        assertThatThrownBy(() -> manager.deals().approvals().approve(refused, "Yes."))
                .isInstanceOf(InvalidException.class)
                .hasMessageContaining("stays");
        b2b.deals().approvals().request(deal, "discount", "Please.");
        assertThat(standing()).endsWith("is not decided yet");
    }

    @Test
    void asking_twice_is_asking_once() {
        assertThat(b2b.deals().approvals().request(deal, "discount", "again"))
                .isEqualTo(b2b.deals().approvals().request(deal, "discount", ""));
        assertThatThrownBy(() -> b2b.deals().approvals().request(deal, "unknown", ""))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
