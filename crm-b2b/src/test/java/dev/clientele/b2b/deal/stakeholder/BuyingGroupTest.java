package dev.clientele.b2b.deal.stakeholder;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clientele.b2b.account.Contact;
import dev.clientele.b2b.deal.pipeline.BuyingRole;
import dev.clientele.b2b.deal.pipeline.Gate;
import dev.clientele.b2b.deal.pipeline.Opportunity;
import dev.clientele.b2b.deal.pipeline.Pipeline;
import dev.clientele.core.entity.Id;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class BuyingGroupTest {

    private static final Instant NOW = Instant.parse("2027-01-10T12:00:00Z");
    private static final Duration MONTH = Duration.ofDays(30);
    private static final Id<Opportunity> DEAL = Id.of(new UUID(1, 1));
    private static final Set<BuyingRole> FIVE = Set.of(
            BuyingRole.DECISION_MAKER,
            BuyingRole.ECONOMIC_BUYER,
            BuyingRole.CHAMPION,
            BuyingRole.TECHNICAL_EVALUATOR,
            BuyingRole.PROCUREMENT);

    private static Stakeholder person(int number, BuyingRole role, EngagementLevel coverage) {
        return Stakeholder.of(DEAL, contact(number), role).with(Stakeholder.ENGAGEMENT, coverage);
    }

    private static Id<Contact> contact(int number) {
        return Id.of(new UUID(2, number));
    }

    private static BuyingGroup group(Stakeholder... stakeholders) {
        return new BuyingGroup(List.of(stakeholders), FIVE, Map.of());
    }

    /** The ratio of blog.brandmovers.com, bgcr in b2b-worked-examples.json: 3 of 5. */
    @Test
    void three_of_five_required_roles_are_a_coverage_of_three_fifths() {
        BuyingGroup group = group(
                person(1, BuyingRole.DECISION_MAKER, EngagementLevel.DEEP),
                person(2, BuyingRole.ECONOMIC_BUYER, EngagementLevel.BRIEF),
                person(3, BuyingRole.CHAMPION, EngagementLevel.MULTIPLE),
                person(4, BuyingRole.PROCUREMENT, EngagementLevel.NONE));

        assertThat(group.roleCoverage()).isEqualTo(0.6);
        assertThat(group.missingRoles())
                .containsExactlyInAnyOrder(BuyingRole.TECHNICAL_EVALUATOR, BuyingRole.PROCUREMENT);
        assertThat(group.ragStatus(NOW, MONTH)).isEqualTo(RagStatus.AMBER);
    }

    @Test
    void one_person_in_many_roles_is_a_single_thread() {
        BuyingGroup group = group(
                person(1, BuyingRole.DECISION_MAKER, EngagementLevel.DEEP),
                person(1, BuyingRole.ECONOMIC_BUYER, EngagementLevel.DEEP),
                person(1, BuyingRole.CHAMPION, EngagementLevel.DEEP));

        assertThat(group.isSingleThreaded()).isTrue();
        assertThat(group.ragStatus(NOW, MONTH)).isEqualTo(RagStatus.RED);
        assertThat(group.risks(NOW, MONTH).get(0).kind())
                .isEqualTo(StakeholderRisk.StakeholderRiskKind.SINGLE_THREADED);
    }

    @Test
    void a_blocker_is_a_risk_and_a_severe_one_with_much_influence() {
        Stakeholder blocker = person(9, BuyingRole.BLOCKER, EngagementLevel.NONE);
        BuyingGroup mild = group(
                person(1, BuyingRole.CHAMPION, EngagementLevel.DEEP),
                person(2, BuyingRole.DECISION_MAKER, EngagementLevel.DEEP),
                person(3, BuyingRole.ECONOMIC_BUYER, EngagementLevel.DEEP),
                blocker);
        BuyingGroup severe = group(blocker.with(Stakeholder.INFLUENCE, Influence.HIGH));

        assertThat(mild.risks(NOW, MONTH))
                .extracting(StakeholderRisk::kind)
                .contains(StakeholderRisk.StakeholderRiskKind.BLOCKER);
        assertThat(mild.ragStatus(NOW, MONTH)).isEqualTo(RagStatus.AMBER);
        assertThat(severe.risks(NOW, MONTH))
                .filteredOn(StakeholderRisk::severe)
                .extracting(StakeholderRisk::kind)
                .contains(StakeholderRisk.StakeholderRiskKind.BLOCKER);
        assertThat(severe.risks(NOW, MONTH))
                .extracting(StakeholderRisk::message)
                .contains("somebody of much influence is against it (blocker)");
    }

    @Test
    void somebody_of_much_influence_must_hear_from_us() {
        Stakeholder boss =
                person(1, BuyingRole.DECISION_MAKER, EngagementLevel.DEEP).with(Stakeholder.INFLUENCE, Influence.HIGH);
        BuyingGroup silent =
                new BuyingGroup(List.of(boss), Set.of(), Map.of(contact(1), NOW.minus(Duration.ofDays(31))));
        BuyingGroup fresh =
                new BuyingGroup(List.of(boss), Set.of(), Map.of(contact(1), NOW.minus(Duration.ofDays(29))));

        assertThat(silent.risks(NOW, MONTH))
                .extracting(StakeholderRisk::kind)
                .contains(StakeholderRisk.StakeholderRiskKind.OUT_OF_TOUCH);
        assertThat(fresh.risks(NOW, MONTH))
                .extracting(StakeholderRisk::kind)
                .doesNotContain(StakeholderRisk.StakeholderRiskKind.OUT_OF_TOUCH);
    }

    @Test
    void all_is_well_when_every_role_is_engaged_and_somebody_works_for_us() {
        BuyingGroup group = group(
                person(1, BuyingRole.DECISION_MAKER, EngagementLevel.DEEP),
                person(2, BuyingRole.ECONOMIC_BUYER, EngagementLevel.BRIEF),
                person(3, BuyingRole.CHAMPION, EngagementLevel.MULTIPLE),
                person(4, BuyingRole.TECHNICAL_EVALUATOR, EngagementLevel.BRIEF),
                person(5, BuyingRole.PROCUREMENT, EngagementLevel.BRIEF));

        assertThat(group.risks(NOW, MONTH)).isEmpty();
        assertThat(group.ragStatus(NOW, MONTH)).isEqualTo(RagStatus.GREEN);
    }

    @Test
    void who_is_engaged_tells_how_far_a_deal_has_come() {
        Pipeline standard = Pipeline.standard();
        Pipeline pipeline = standard.withStage(
                        standard.stage("propose").withEntryGate(Gate.open().requiringEngaged(BuyingRole.CHAMPION)))
                .withStage(standard.stage("contract")
                        .withEntryGate(Gate.open().requiringEngaged(BuyingRole.ECONOMIC_BUYER)));

        BuyingGroupProgress nobody = BuyingGroupProgress.of(pipeline, Set.of());
        BuyingGroupProgress champion = BuyingGroupProgress.of(pipeline, Set.of(BuyingRole.CHAMPION));
        BuyingGroupProgress both =
                BuyingGroupProgress.of(pipeline, Set.of(BuyingRole.CHAMPION, BuyingRole.ECONOMIC_BUYER));

        assertThat(nobody.stage().id()).isEqualTo("discover");
        assertThat(nobody.missingRoles()).containsExactly(BuyingRole.CHAMPION);
        assertThat(nobody.isBehindStage(pipeline, pipeline.stage("negotiate"))).isTrue();
        assertThat(champion.stage().id()).isEqualTo("negotiate");
        assertThat(champion.share()).isEqualTo(0.5);
        assertThat(both.stage().id()).isEqualTo("contract");
        assertThat(both.missingRoles()).isEmpty();
    }

    @Test
    void interactions_amount_to_a_coverage() {
        assertThat(EngagementLevel.ofInteractions(0)).isEqualTo(EngagementLevel.NONE);
        assertThat(EngagementLevel.ofInteractions(1)).isEqualTo(EngagementLevel.BRIEF);
        assertThat(EngagementLevel.ofInteractions(4)).isEqualTo(EngagementLevel.MULTIPLE);
        assertThat(EngagementLevel.ofInteractions(5)).isEqualTo(EngagementLevel.DEEP);
    }
}
