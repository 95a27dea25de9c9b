package dev.clientele.b2b.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import dev.clientele.b2b.Store;
import dev.clientele.b2b.StoredTest;
import dev.clientele.b2b.account.Account;
import dev.clientele.b2b.account.AccountContact;
import dev.clientele.b2b.account.Contact;
import dev.clientele.b2b.account.ContactRole;
import dev.clientele.b2b.deal.pipeline.BuyingRole;
import dev.clientele.b2b.deal.pipeline.Gate;
import dev.clientele.b2b.deal.pipeline.Opportunity;
import dev.clientele.b2b.deal.pipeline.Pipeline;
import dev.clientele.b2b.deal.pipeline.UnmetCondition;
import dev.clientele.b2b.deal.pipeline.UnmetConditionsException;
import dev.clientele.b2b.deal.stakeholder.BuyingGroup;
import dev.clientele.b2b.deal.stakeholder.Influence;
import dev.clientele.b2b.deal.stakeholder.RagStatus;
import dev.clientele.b2b.deal.stakeholder.Stakeholder;
import dev.clientele.b2b.deal.stakeholder.StakeholderRisk;
import dev.clientele.core.interaction.Channel;
import dev.clientele.core.interaction.Direction;
import dev.clientele.core.interaction.Interaction;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Scenario 3, a committee gate.
 *
 * <p>Ana is chief financial officer at Astra and sits on the board of Borea. We sell to both: at Astra she holds the budget, at
 * Borea she is only listened to. Nobody gets a proposal from us before the whole committee of five is engaged. At Astra we talk
 * to three of them, we know who decides but have never spoken, and nobody has told us who does the buying. The gate says who is
 * missing; the deal moves on once they are engaged; and somebody of influence who is against it shows as a risk all along.
 */
@ParameterizedClass
@EnumSource(Store.class)
class CommitteeGateScenarioTest extends StoredTest {

    private static final LocalDate TODAY = LocalDate.of(2027, 1, 10);
    private static final Duration A_MONTH = Duration.ofDays(30);
    private static final List<BuyingRole> COMMITTEE = List.of(
            BuyingRole.ECONOMIC_BUYER,
            BuyingRole.CHAMPION,
            BuyingRole.TECHNICAL_EVALUATOR,
            BuyingRole.DECISION_MAKER,
            BuyingRole.PROCUREMENT);

    private Contact ana;
    private Account astra;
    private Account borea;
    private Opportunity atAstra;
    private Opportunity atBorea;

    CommitteeGateScenarioTest(Store store) {
        super(store);
    }

    @BeforeEach
    void two_accounts_two_deals_and_ana_in_both() {
        Pipeline gated = Pipeline.standard();
        gated = b2b.deals()
                .pipelines()
                .add(gated.withStage(gated.stage("Propose")
                        .withEntryGate(Gate.open().requiringEngaged(COMMITTEE.toArray(BuyingRole[]::new)))));
        astra = account("Astra");
        borea = account("Borea");
        atAstra = b2b.deals().open(astra, gated, "Turbines", eur("1200000"));
        atBorea = b2b.deals().open(borea, gated, "Generators", eur("300000"));

        ana = b2b.contacts().add(Contact.named("Ana Silva").with(Contact.JOB_TITLE, "CFO"));
        b2b.contacts().assign(ana, astra, ContactRole.FINANCE);
        b2b.contacts().assign(ana, borea, ContactRole.BOARD_MEMBER);
    }

    /** Takes a role in the deal at Astra, and has had so many calls with us. */
    private Stakeholder takes(Contact contact, BuyingRole role, int calls) {
        Stakeholder stakeholder = b2b.deals().stakeholders().assign(atAstra, contact, role);
        for (int i = 0; i < calls; i++) {
            session.timeline()
                    .record(Interaction.of(Channel.CALL, Direction.OUTBOUND, NOW.minusSeconds(i), contact.id())
                            .withSubject(atAstra.id()));
        }
        return b2b.deals().stakeholders().updateEngagement(stakeholder);
    }

    private Contact contact(String name) {
        return b2b.contacts().add(Contact.named(name));
    }

    private void three_of_five_are_engaged() {
        takes(ana, BuyingRole.ECONOMIC_BUYER, 3);
        takes(contact("Bo"), BuyingRole.CHAMPION, 6);
        takes(contact("Cy"), BuyingRole.TECHNICAL_EVALUATOR, 1);
        takes(contact("Di"), BuyingRole.DECISION_MAKER, 0); // known, never spoken to
    }

    private BuyingGroup group() {
        return b2b.deals().stakeholders().buyingGroup(atAstra.id(), COMMITTEE);
    }

    @Test
    void one_person_is_something_else_at_each_account_and_in_each_deal() {
        b2b.deals().stakeholders().assign(atAstra, ana, BuyingRole.ECONOMIC_BUYER);
        b2b.deals().stakeholders().assign(atBorea, ana, BuyingRole.INFLUENCER);

        assertThat(b2b.contacts().findByContact(ana.id(), TODAY))
                .extracting(AccountContact::account, AccountContact::role)
                .containsExactlyInAnyOrder(
                        tuple(astra.id(), ContactRole.FINANCE), tuple(borea.id(), ContactRole.BOARD_MEMBER));
        assertThat(b2b.deals().stakeholders().findByContact(ana.id()))
                .extracting(Stakeholder::opportunity, Stakeholder::role)
                .containsExactlyInAnyOrder(
                        tuple(atAstra.id(), BuyingRole.ECONOMIC_BUYER), tuple(atBorea.id(), BuyingRole.INFLUENCER));
        assertThat(b2b.contacts().all().count()).isEqualTo(1);
    }

    @Test
    void three_of_five_is_a_coverage_of_60_per_cent_and_the_gate_names_the_other_two() {
        three_of_five_are_engaged();

        assertThat(group().roleCoverage()).isCloseTo(0.60, within(1e-12));
        assertThat(group().missingRoles()).containsExactly(BuyingRole.DECISION_MAKER, BuyingRole.PROCUREMENT);

        List<UnmetCondition> unmet = b2b.deals().canAdvance(atAstra, "Propose");
        assertThat(unmet)
                .extracting(UnmetCondition::cause, UnmetCondition::subject)
                .containsExactly(
                        tuple(UnmetCondition.UnmetCause.ROLE, "decision-maker"),
                        tuple(UnmetCondition.UnmetCause.ROLE, "procurement"));
        assertThatThrownBy(() -> b2b.deals().advance(atAstra, "Propose"))
                .isInstanceOfSatisfying(
                        UnmetConditionsException.class,
                        refused -> assertThat(refused.unmet()).isEqualTo(unmet))
                .hasMessageContaining("decision-maker")
                .hasMessageContaining("procurement");
        assertThat(b2b.deals().get(atAstra.id())).isEqualTo(atAstra);
    }

    @Test
    void the_deal_moves_on_once_the_committee_is_complete_and_the_other_deal_stays_behind() {
        three_of_five_are_engaged();
        Stakeholder di = b2b.deals().stakeholders().findByDeal(atAstra.id()).stream()
                .filter(stakeholder -> stakeholder.role().equals(BuyingRole.DECISION_MAKER))
                .findFirst()
                .orElseThrow();
        session.timeline().record(Interaction.of(Channel.MEETING, Direction.OUTBOUND, NOW, di.contact()));
        b2b.deals().stakeholders().updateEngagement(di);
        takes(contact("Ed"), BuyingRole.PROCUREMENT, 1);

        assertThat(group().roleCoverage()).isEqualTo(1);
        assertThat(b2b.deals().advance(atAstra, "Propose").stage()).isEqualTo("propose");
        assertThat(b2b.deals().canAdvance(atBorea, "Propose")).hasSize(COMMITTEE.size());
    }

    @Test
    void a_blocker_shows_as_a_risk_and_turns_the_deal_red() {
        three_of_five_are_engaged();
        assertThat(group().ragStatus(NOW, A_MONTH)).isEqualTo(RagStatus.AMBER);

        Stakeholder blocker = b2b.deals().stakeholders().assign(atAstra, contact("Flo"), BuyingRole.BLOCKER);
        b2b.deals().stakeholders().save(blocker.with(Stakeholder.INFLUENCE, Influence.HIGH));

        assertThat(group().ragStatus(NOW, A_MONTH)).isEqualTo(RagStatus.RED);
        StakeholderRisk first = group().risks(NOW, A_MONTH).get(0);
        assertThat(first.kind()).isEqualTo(StakeholderRisk.StakeholderRiskKind.BLOCKER);
        assertThat(first.severe()).isTrue();
        assertThat(first.message()).doesNotContain("Flo");
    }
}
